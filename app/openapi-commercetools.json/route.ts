import { shop } from "#lib/shop.ts";

/** The contract of the commercetools dialect. */
export function GET(): Promise<Response> {
  return shop.contract("/openapi-commercetools.json");
}
