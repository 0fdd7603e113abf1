import { randomUUID } from "node:crypto";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { bookAddress } from "#test/support/addresses.ts";
import { makeDiscount, makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { buy, fillCart } from "#test/support/checkout.ts";
import type { Session } from "#test/support/sessions.ts";

export type FullGuest = Awaited<ReturnType<typeof makeFullGuest>>;

/**
 * A guest with a row in every table that references a user: an order with a coupon, a merged cart, an active cart with
 * two of `variant`, an address, points, and an access token. Some of them only other dialects create.
 */
export async function makeFullGuest(given?: Session) {
  const variant = await makeVariant();
  const coupon = await makeDiscount({ oncePerCustomer: true });
  const bought = await buy({ variant, coupons: [coupon.code], ...(given && { session: given }) });
  const { userId } = bought.session;
  await db.cart.create({
    data: {
      tokenHash: newId(),
      userId,
      anonymousId: userId,
      status: "merged",
      currency: "USD",
      country: "US",
    },
  });
  const cart = await fillCart(bought.session, { variant, quantity: 2 });
  await db.customerAddress.create({ data: { ...bookAddress, userId, isDefault: true } });
  await db.rewardEntry.create({ data: { userId, orderId: bought.order.id, points: 10 } });
  await giveAccessToken(userId);
  return { ...bought, cart, variant: variant as Sellable, coupon };
}

async function giveAccessToken(userId: string): Promise<void> {
  await db.oAuthToken.create({
    data: {
      kind: "access",
      tokenHash: newId(),
      scopes: [],
      expiresAt: new Date(Date.now() + 3_600_000),
      user: { connect: { id: userId } },
      client: { create: { id: randomUUID(), secretHash: "", name: "A client", scopes: [] } },
    },
  });
}
