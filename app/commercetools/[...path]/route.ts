import { handleCommercetools } from "#lib/dialects/commercetools/index.ts";

/** The commercetools dialect, OAuth included. One route for all: paths are cut before they are decoded. */
function handle(request: Request): Promise<Response> {
  return handleCommercetools(request);
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as POST };
