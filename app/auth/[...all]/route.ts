import { handleAuthRequest } from "#lib/auth/index.ts";
import { respond } from "#lib/http/index.ts";
import { toFailure } from "#lib/store-api/index.ts";

/** better-auth's own endpoints; its answers pass through, ours are the limits' and in the store API's envelope. */
function handle(request: Request): Promise<Response> {
  return respond(request, { route: "auth", answer: () => handleAuthRequest(request), failure: toFailure });
}

export { handle as GET, handle as POST };
