import { env } from "#lib/platform/env.ts";
import { mintLookupToken } from "./lookup-token.ts";

/** The URL of the page that opens a guest's order without a password. The first call mints the order's lookup token. */
export async function orderUrl(order: { linkSecret: string; orderId: string }): Promise<string> {
  return `${env.STOREFRONT_URL}/order-status/${await mintLookupToken(order)}`;
}
