import { DomainError, isDomainError } from "#lib/platform/errors.ts";

/** An error in a caller's query. */
export function queryFault(parameter: string, message: string): DomainError {
  return new DomainError("validation_failed", message, { details: { parameter } });
}

/** There is no field of this name. */
export function unknownField(parameter: string, name: string): DomainError {
  return queryFault(parameter, `The field '${name}' does not exist.`);
}

/** The query parameter that an error is about; null for any other error. */
export function faultyParameterOf(error: unknown): string | null {
  if (!isDomainError(error, "validation_failed") || !error.details) return null;
  return "parameter" in error.details ? error.details.parameter : null;
}
