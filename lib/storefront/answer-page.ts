import { plainFailure } from "#lib/dialects/plain-failure.ts";
import { type Answer, respond, responseOf } from "#lib/platform/http/index.ts";

/** Answers a request of the shop's own pages to one of their routes. `route` is its name in the log. */
export async function answerPage(
  request: Request,
  route: string,
  answer: () => Promise<Answer | Response>,
): Promise<Response> {
  return responseOf(await respond(request, { route, answer, failure: plainFailure }));
}
