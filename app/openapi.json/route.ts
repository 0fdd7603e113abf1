import { shop } from "#lib/shop.ts";

/** The store API's contract. */
export function GET(): Promise<Response> {
  return shop.contract("/openapi.json");
}
