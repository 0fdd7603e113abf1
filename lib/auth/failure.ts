import type { DomainError } from "#lib/errors.ts";
import type { Answer } from "#lib/http/index.ts";
import { errorTable, toFailure } from "#lib/store-api/errors.ts";

/** The store API's envelope, with `code` beside it: there better-auth's client looks for what went wrong. */
export function toAuthFailure(error: DomainError, requestId: string): Answer {
  const [, code] = errorTable[error.code];
  const answer = toFailure(error, requestId);
  return { ...answer, body: { code, ...answer.body } };
}
