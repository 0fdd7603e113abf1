import { shop } from "#lib/shop.ts";

/** The commercetools dialect, including OAuth: its routes are in lib/dialects/commercetools. */
function handle(request: Request): Promise<Response> {
  return shop.serve(request);
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as POST };
