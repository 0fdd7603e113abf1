import { DomainError } from "#lib/platform/errors.ts";

/** The query parameter that an error is about. */
type QueryFault = { parameter: string };

/** An error in a caller's query. `details` is { parameter }. */
export function queryFault(parameter: string, message: string): DomainError {
  return new DomainError("validation_failed", message, { details: { parameter } satisfies QueryFault });
}

export function unknownField(parameter: string, name: string): DomainError {
  return queryFault(parameter, `The field '${name}' does not exist.`);
}

/** Reads the details of such an error; null for any other. */
export function queryFaultOf(details: unknown): QueryFault | null {
  if (typeof details !== "object" || details === null || !("parameter" in details)) return null;
  return typeof details.parameter === "string" ? { parameter: details.parameter } : null;
}
