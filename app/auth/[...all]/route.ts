import { handleAuthRequest, toAuthFailure } from "#lib/dialects/auth/index.ts";
import { respond } from "#lib/platform/http/index.ts";

/** better-auth's own endpoints; its answers pass through, ours are in the store API's envelope, with better-auth's `code`. */
function handle(request: Request): Promise<Response> {
  return respond(request, {
    route: "auth",
    answer: () => handleAuthRequest(request),
    failure: toAuthFailure,
  });
}

export { handle as GET, handle as POST };
