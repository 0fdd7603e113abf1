import { shop } from "#lib/shop.ts";

/** The store API: its routes are in lib/dialects/store-api/routes and in the modules. */
function handle(request: Request): Promise<Response> {
  return shop.serve(request);
}

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
