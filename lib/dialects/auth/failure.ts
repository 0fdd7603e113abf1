import { errorTable, toFailure } from "#lib/dialects/store-api/errors.ts";
import type { DomainError } from "#lib/platform/errors.ts";
import type { Answer } from "#lib/platform/http/index.ts";

/**
 * The store API's envelope with an additional `code`, where better-auth's client looks for the error. Its documentation
 * tells clients to wait as long as X-Retry-After says.
 */
export function toAuthFailure(error: DomainError, requestId: string): Answer {
  const [, code] = errorTable[error.code];
  const answer = toFailure(error, requestId);
  const wait = answer.headers?.["retry-after"];
  return {
    ...answer,
    body: { code, ...answer.body },
    headers: { ...answer.headers, ...(wait && { "x-retry-after": wait }) },
  };
}
