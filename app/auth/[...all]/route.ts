import { shop } from "#lib/shop.ts";

/** better-auth's own endpoints, limited to those in lib/dialects/auth/endpoints.ts. */
function handle(request: Request): Promise<Response> {
  return shop.serve(request);
}

export { handle as GET, handle as OPTIONS, handle as POST };
