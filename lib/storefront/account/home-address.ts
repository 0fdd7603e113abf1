import { addresses, toAddress } from "#lib/commerce/customer/index.ts";
import type { Address } from "#lib/platform/address.ts";
import type { Context } from "#lib/platform/context.ts";
import { perform } from "#lib/platform/verb/index.ts";

/** The account's default or latest address. Null for guests and empty address books. */
export async function homeAddress(ctx: Context): Promise<Address | null> {
  if (ctx.actor.type !== "customer") return null;
  const [first] = await perform(addresses.list, ctx, {});
  return first ? toAddress(first) : null;
}
