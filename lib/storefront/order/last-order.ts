import { numberOf, type Order, orders } from "#lib/commerce/order/index.ts";
import type { Address } from "#lib/platform/address.ts";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { homeAddress } from "../account/home-address.ts";
import { ownOrderPath } from "./placed-path.ts";

const hourMs = 60 * 60 * 1000;

/** The latest order of this session or account. Null if there is none. */
export async function lastOrder(ctx: Context): Promise<Order | null> {
  const { actor } = ctx;
  if (actor.type !== "anonymous" && actor.type !== "customer") return null;
  const { orders: found } = await perform(orders.list, { ...ctx, actor }, { limit: 1, offset: 0 });
  return found[0] ?? null;
}

/** The number of the latest order, and the page on which its owner sees it. Null if there is none. */
export async function wayToLastOrder(ctx: Context): Promise<{ number: string; path: string } | null> {
  const order = await lastOrder(ctx);
  if (!order) return null;
  return { number: numberOf(order), path: ownOrderPath(ctx, order.id) };
}

/**
 * The page of the order that was placed within the last hour, for somebody who goes back into the checkout. Null if
 * there is none.
 */
export async function pathOfFreshOrder(ctx: Context): Promise<string | null> {
  const order = await lastOrder(ctx);
  const isFresh = order && now().getTime() - Date.parse(order.placedAt) < hourMs;
  return isFresh ? ownOrderPath(ctx, order.id) : null;
}

/** Where the shopper probably wants it sent: the account's address, otherwise where the latest order went. */
export async function likelyAddress(ctx: Context): Promise<Address | null> {
  const home = await homeAddress(ctx);
  if (home) return home;
  const order = await lastOrder(ctx);
  if (!order?.shippingAddress.line1) return null;
  const { parts: _, ...address } = order.shippingAddress;
  return { ...address, ...(order.phone && { phone: order.phone }) };
}
