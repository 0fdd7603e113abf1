import { expect, test } from "vitest";
import { type Cart, findCart } from "#lib/commerce/cart/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { buy, giveContact, readyToPlace } from "#test/support/checkout.ts";
import { changesSince, seenCart, seenOf } from "./cart-changes.ts";

/** A cart before and after a change. */
async function cartBehind(token: string, userId: string): Promise<Cart> {
  const ctx = { actor: { type: "anonymous", userId, anonymousId: userId } } as const;
  const cart = await findCart(ctx, { token });
  if (!cart) throw new Error("no cart");
  return cart;
}

async function shopper(coupons: string[] = []) {
  const ready = await readyToPlace({ variant: await makeVariant(), coupons });
  const look = () => cartBehind(ready.cart, ready.session.userId);
  return { ...ready, look, seen: seenCart.parse(seenOf(await look())) };
}

test("a changed shipping price is named with the total", async () => {
  const { methodId, look, seen } = await shopper();
  await db.shippingMethod.update({ where: { id: methodId }, data: { prices: { USD: 4900 } } });
  expect(changesSince(seen, await look(), "en")).toEqual([
    { kind: "shipping", name: "", before: "$5.00", after: "$49.00" },
    { kind: "total", name: "", before: "$15.80", after: "$59.80" },
  ]);
});

test("a changed address or mailbox is named, even if the amounts are the same", async () => {
  const { look, seen } = await shopper();
  const cart = await look();
  const shippingAddress = { country: "US", line1: "1 Other Road", city: "Portland" };
  const now = { ...cart, email: "other@example.com", shippingAddress };
  expect(changesSince(seen, now, "en").map(({ kind, after }) => [kind, after])).toEqual([
    ["contact", "other@example.com"],
    ["address", "1 Other Road, Portland, US"],
    ["billing", "1 Other Road, Portland, US"],
  ]);
  expect(changesSince(seen, cart, "en")).toEqual([]);
});

test("any other change to the order is reported, too", async () => {
  const { look, seen } = await shopper();
  const cart = await look();
  for (const said of [
    { contactName: "Somebody Else" },
    { phone: "+12075550143" },
    { deliveryNote: "Ring" },
  ]) {
    expect(changesSince(seen, { ...cart, ...said }, "en").map(({ kind }) => kind)).toEqual(["details"]);
  }
});

test("a coupon that another order used up says why it no longer applies", async () => {
  const { code } = await makeDiscount({ oncePerCustomer: true });
  const { email } = await buy({ variant: await makeVariant(), coupons: [code] });
  const { look, seen, ...ready } = await shopper([code]);
  await giveContact(ready, { email });
  const changes = changesSince(seen, await look(), "en");
  expect(changes).toContainEqual({ kind: "refused", name: code, before: "", after: "already_used" });
});

test("the seen cart that a browser sends back is bounded", () => {
  const seen = { lines: [], coupons: [], currency: "USD", facts: {}, sums: {} };
  const many = Array.from({ length: 201 }, () => ({}));
  for (const bad of [null, [], "x", seen, { ...seen, lines: many }])
    expect(seenCart.safeParse(bad).success).toBe(false);
});
