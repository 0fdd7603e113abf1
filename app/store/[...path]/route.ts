import { toFailure } from "#lib/dialects/store-api/index.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { respond } from "#lib/platform/http/index.ts";

const nothing = new DomainError("not_found", "There is nothing at this address");

/** An address of the store API that does not exist answers in its envelope too. */
function handle(request: Request): Promise<Response> {
  return respond(request, { route: "unknown", answer: () => Promise.reject(nothing), failure: toFailure });
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
