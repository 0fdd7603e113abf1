import { shop } from "#lib/shop.ts";

/** better-auth's own endpoints, as far as lib/dialects/auth/endpoints.ts names them. */
function handle(request: Request): Promise<Response> {
  return shop.serve(request);
}

export { handle as GET, handle as POST };
