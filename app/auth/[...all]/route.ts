import { handleAuthRequest } from "#lib/auth/index.ts";
import { asDomainError, requestIdOf } from "#lib/http/index.ts";
import { toFailure } from "#lib/store-api/index.ts";

/** better-auth's own endpoints; its answers pass through, ours are the limits' and in the store API's envelope. */
async function handle(request: Request): Promise<Response> {
  try {
    return await handleAuthRequest(request);
  } catch (error) {
    const { status, body, headers } = toFailure(asDomainError(error), requestIdOf(request));
    return Response.json(body, { status, headers: { ...headers, "cache-control": "no-store" } });
  }
}

export { handle as GET, handle as POST };
