import { DomainError, type ErrorCode } from "#lib/platform/errors.ts";

/** An entry of an error body's `errors`: code, message, and members of the code. */
export type WireError = { code: string; message: string; [member: string]: unknown };

/** An error that only this dialect has, with the message and members that its clients expect. */
export class Refusal extends DomainError {
  readonly status: number;
  readonly error: WireError;

  constructor(status: number, error: WireError) {
    super(codes[status] ?? "bad_request", error.message);
    this.name = "Refusal";
    this.status = status;
    this.error = error;
  }
}

const codes: Record<number, ErrorCode> = { 401: "unauthenticated", 404: "not_found" };

/** The request is malformed or contradicts itself. */
export function invalidInput(message: string): Refusal {
  return new Refusal(400, { code: "InvalidInput", message });
}

/** The request is well formed, but not possible for the resource as it is. */
export function invalidOperation(message: string): Refusal {
  return new Refusal(400, { code: "InvalidOperation", message });
}

/** A documented value that this shop does not support. */
export function invalidField(
  field: string,
  invalidValue: unknown,
  allowedValues: readonly unknown[],
): Refusal {
  const words =
    allowedValues.length === 0 ? "No value is allowed here." : `Allowed: ${allowedValues.join(", ")}.`;
  const message = `The value ${JSON.stringify(invalidValue).slice(0, 200)} is not valid for field ${field}. ${words}`;
  return new Refusal(400, { code: "InvalidField", message, field, invalidValue, allowedValues });
}

/** A body that is malformed JSON, lacks a field, or has a wrong type. */
export function invalidJson(detailedErrorMessage: string): Refusal {
  const message = "Request body does not contain valid JSON.";
  return new Refusal(400, { code: "InvalidJsonInput", message, detailedErrorMessage });
}

/** A referenced resource that was not found, by id or key. */
export function missingReference(typeId: string, name: { id?: string; key?: string }): Refusal {
  const [word, value] = name.id === undefined ? ["key", name.key] : ["id", name.id];
  const message = `The referenced object of type '${typeId}' with ${word} '${value}' was not found. It either doesn't exist, or it can't be accessed from this endpoint (e.g., if the endpoint filters by store or customer account).`;
  return new Refusal(400, { code: "ReferencedResourceNotFound", message, typeId, ...name });
}

/** Nothing has this name, or it is somebody else's. */
export function noResource(name: { id: string } | { key: string }): Refusal {
  const [word, value] = "id" in name ? ["ID", name.id] : ["key", name.key];
  return new Refusal(404, {
    code: "ResourceNotFound",
    message: `The Resource with ${word} '${value}' was not found.`,
  });
}

/** The access token is unknown, expired or revoked. */
export function invalidToken(): Refusal {
  return new Refusal(401, { code: "invalid_token", message: "invalid_token" });
}

/** The token's scopes do not cover the call. */
export function insufficientScope(message: string): Refusal {
  return new Refusal(403, { code: "insufficient_scope", message });
}
