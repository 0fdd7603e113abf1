import { DomainError } from "#lib/platform/errors.ts";

/** Which query parameter a fault is about. */
export type QueryFault = { parameter: string };

/** A fault in a caller's query. `details` is { parameter }: which one. */
export function queryFault(parameter: string, message: string): DomainError {
  return new DomainError("validation_failed", message, { details: { parameter } satisfies QueryFault });
}

export function unknownField(parameter: string, name: string): DomainError {
  return queryFault(parameter, `The field '${name}' does not exist.`);
}

/** The fault behind an error, when it is one of these. */
export function queryFaultOf(details: unknown): QueryFault | null {
  if (typeof details !== "object" || details === null || !("parameter" in details)) return null;
  return typeof details.parameter === "string" ? { parameter: details.parameter } : null;
}
