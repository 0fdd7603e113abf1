import { shop } from "#lib/shop.ts";

/** Webhooks of payment providers: see lib/dialects/webhooks. */
function handle(request: Request): Promise<Response> {
  return shop.serve(request);
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
