import { cache } from "react";
import { addresses, type CustomerAddress, toAddress } from "#lib/commerce/customer/index.ts";
import type { Address } from "#lib/platform/address.ts";
import type { Context } from "#lib/platform/context.ts";
import { perform } from "#lib/platform/verb/index.ts";

/** The account's address book, default entry first. Empty for guests. */
export const addressBook = cache(
  async (ctx: Context): Promise<CustomerAddress[]> =>
    ctx.actor.type === "customer" ? perform(addresses.list, ctx, {}) : [],
);

/** The account's default or latest address. Null for guests and empty address books. */
export async function homeAddress(ctx: Context): Promise<Address | null> {
  const [first] = await addressBook(ctx);
  return first ? toAddress(first) : null;
}
