import { shop } from "#lib/shop.ts";

/** The commercetools dialect, OAuth included: its routes stand in lib/dialects/commercetools. */
function handle(request: Request): Promise<Response> {
  return shop.serve(request);
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as POST };
