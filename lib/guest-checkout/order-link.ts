import { mintLookupToken } from "./lookup-token.ts";

export type GuestCheckoutOptions = {
  /** At least 32 characters. Another secret makes every link that was mailed before worthless. */
  linkSecret: string;
  /** Where links in mails lead, without a slash at the end. */
  storefrontUrl: string;
};

/** The page that opens a guest's order without a password. The order's lookup token is minted at the first call. */
export async function orderUrl(options: GuestCheckoutOptions, orderId: string): Promise<string> {
  const token = await mintLookupToken({ actor: { type: "none" } }, options.linkSecret, orderId);
  return `${options.storefrontUrl}/order-status/${token}`;
}
