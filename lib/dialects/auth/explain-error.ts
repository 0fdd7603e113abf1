import { DomainError, type ErrorCode } from "#lib/platform/errors.ts";

const errors: Record<number, [ErrorCode, string]> = {
  400: ["bad_request", "This request cannot be read"],
  401: ["unauthenticated", "Sign in first"],
  403: ["untrusted_origin", "This is not allowed from here"],
  404: ["not_found", "There is nothing at this address"],
  405: ["method_not_allowed", "This address does not support the method"],
};

/** Passes better-auth's answer on. An error with an empty body is thrown instead, so that it gets a message. */
export async function explainError(answer: Response): Promise<Response> {
  const error = errors[answer.status];
  if (!error || (await answer.clone().text()) !== "") return answer;
  throw new DomainError(...error);
}
