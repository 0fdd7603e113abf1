import type { Address } from "#lib/address.ts";
import type { Context } from "#lib/context.ts";
import { listAddresses, toAddress } from "#lib/customer/index.ts";

/** Where an account's parcels usually go: its default address, or the latest. Null for guests and empty books. */
export async function homeAddress(ctx: Context): Promise<Address | null> {
  if (ctx.actor.type !== "customer") return null;
  const [first] = await listAddresses(ctx);
  return first ? toAddress(first) : null;
}
