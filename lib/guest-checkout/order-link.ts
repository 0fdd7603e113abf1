import { mintLookupToken } from "./lookup-token.ts";

export type GuestCheckoutOptions = {
  /** At least 32 characters. After a change the next mail about an order has another link, which replaces the earlier one. */
  linkSecret: string;
  /** The base URL of links in mails, without a trailing slash. */
  storefrontUrl: string;
};

/** The URL of the page that opens a guest's order without a password. The first call mints the order's lookup token. */
export async function orderUrl(options: GuestCheckoutOptions, orderId: string): Promise<string> {
  const token = await mintLookupToken({ linkSecret: options.linkSecret, orderId });
  return `${options.storefrontUrl}/order-status/${token}`;
}
