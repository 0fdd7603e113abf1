import type { DomainError } from "#lib/platform/errors.ts";
import type { Answer } from "#lib/platform/http/index.ts";
import { toFailure } from "./store-api/errors.ts";

/** An error as `{ error, message, requestId }`, for routes that belong to no public API. */
export function plainFailure(error: DomainError, requestId: string): Answer {
  const { code, message } = error;
  return { ...toFailure(error, requestId), body: { error: code, message, requestId } };
}
