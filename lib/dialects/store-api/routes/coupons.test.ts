import { describe, expect, test } from "vitest";
import {
  applyCoupon,
  getCart,
  removeCoupon,
  setShippingMethod as setMethod,
} from "#lib/dialects/store-api/routes/cart.ts";
import { addCartLine, changeCartLine as changeLine } from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { buy, fillCart, giveContact, guestEmail } from "#test/support/checkout.ts";
import { cartOf, expectFailure, expectInvalid } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const cartWorth = async (amount: number) => {
  const variant = await makeVariant({ prices: [{ currency: "USD", amount }] });
  return fillCart(undefined, { variant });
};
const apply = (cart: string, code: string) => call(applyCoupon, { cart, body: { code } });
const take = (cart: string, code: string) => call(removeCoupon, { cart, params: { code } });
const ago = (ms: number) => new Date(Date.now() - ms);
const day = 86_400_000;

function refusal(code: string, reason: string, why: string) {
  return ["coupon_not_applicable", `${code} ${why}`, { code, reason }] as const;
}

describe("a coupon", () => {
  test.each([
    ["in small letters", (code: string) => ` ${code.toLowerCase()} `],
    [
      "in full width",
      (code: string) => code.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
    ],
  ])("takes a share off the goods, with its code %s", async (_spelling, spell) => {
    const cart = await cartWorth(1999);
    const { code } = await makeDiscount({ value: 10 });
    const applied = cartOf(await apply(cart, spell(code)));
    expect(applied.coupons).toEqual([{ code, amount: 200, applies: true }]);
    expect(applied.totals).toEqual({ subtotal: 1999, discount: 200, shipping: 0, tax: 144, total: 1943 });
  });

  test("takes a fixed amount off, never more than the goods are worth", async () => {
    const { code } = await makeDiscount({ kind: "fixed", value: 1500, currency: "USD" });
    expect(cartOf(await apply(await cartWorth(2000), code)).totals.discount).toBe(1500);
    expect(cartOf(await apply(await cartWorth(400), code)).totals).toMatchObject({ discount: 400, total: 0 });
  });

  test("takes off the shipping price, whatever method is chosen later", async () => {
    const cart = await cartWorth(2000);
    const { code } = await makeDiscount({ kind: "free_shipping", value: 0 });
    expect(cartOf(await apply(cart, code)).coupons).toEqual([{ code, amount: 0, applies: true }]);
    const { id } = await makeShippingMethod();
    const shipped = cartOf(await call(setMethod, { cart, body: { shippingMethodId: id } }));
    expect(shipped.coupons).toEqual([{ code, amount: 500, applies: true }]);
    expect(shipped.totals).toEqual({ subtotal: 2000, discount: 0, shipping: 0, tax: 160, total: 2160 });
  });

  test("applied twice counts once", async () => {
    const cart = await cartWorth(2000);
    const { code } = await makeDiscount();
    await apply(cart, code);
    expect(cartOf(await apply(cart, code)).coupons).toHaveLength(1);
  });

  test("is applied after an earlier one, in order of entry", async () => {
    const cart = await cartWorth(2000);
    const [half, fixed] = [
      await makeDiscount({ value: 50 }),
      await makeDiscount({ kind: "fixed", value: 300 }),
    ];
    await apply(cart, fixed.code);
    const applied = cartOf(await apply(cart, half.code));
    expect(applied.coupons.map(({ code, amount }) => [code, amount])).toEqual([
      [fixed.code, 300],
      [half.code, 850],
    ]);
  });

  test("that is removed takes nothing off any more; a missing one: 404 NOT_FOUND", async () => {
    const cart = await cartWorth(2000);
    const { code } = await makeDiscount();
    await apply(cart, code);
    expect(cartOf(await take(cart, code.toLowerCase()))).toMatchObject({
      coupons: [],
      totals: { discount: 0 },
    });
    for (const other of [code, "NO-SUCH-CODE", "%"]) {
      expectFailure(await take(cart, other), "not_found", "Coupon not found");
    }
  });

  test("an eleventh: 400 COUPON_NOT_APPLICABLE", async () => {
    const cart = await cartWorth(2000);
    for (let count = 0; count < 10; count++) await apply(cart, (await makeDiscount({ value: 1 })).code);
    const { code } = await makeDiscount({ value: 1 });
    expectFailure(await apply(cart, code), "coupon_not_applicable", "A cart takes at most 10 coupons");
  });
});

describe("a coupon is rejected with a reason: 400 COUPON_NOT_APPLICABLE", () => {
  test.each<[string, Parameters<typeof makeDiscount>[0], string]>([
    ["expired", { endsAt: ago(1) }, "has expired"],
    ["not_started", { startsAt: ago(-day) }, "cannot be used yet"],
    ["used_up", { usageLimit: 5, usedCount: 5 }, "has been used up"],
    ["wrong_currency", { currency: "EUR" }, "does not apply to this currency"],
    ["minimum_spend", { minimumSpend: 2001 }, "needs a larger order"],
  ])("%s", async (reason, input, why) => {
    const { code } = await makeDiscount(input);
    const cart = await cartWorth(2000);
    expectFailure(await apply(cart, code), ...refusal(code, reason, why));
    expect(cartOf(await call(getCart, { cart })).coupons).toEqual([]);
  });

  test("an unknown one, with the same message for every code", async () => {
    const cart = await cartWorth(2000);
    for (const code of ["NO-SUCH-CODE", "%", "' OR 1=1 --", "🧂"]) {
      expectFailure(await apply(cart, code), ...refusal(code, "unknown", "is not a known coupon"));
    }
  });

  test("one per customer, from the moment the cart is that customer's", async () => {
    const { code } = await makeDiscount({ oncePerCustomer: true });
    const variant = await makeVariant();
    const { session } = await buy({ variant, coupons: [code] });
    for (const use of [getCart, addCartLine]) {
      const cart = await fillCart(undefined, { variant });
      expect(cartOf(await apply(cart, code)).coupons).toMatchObject([{ applies: true, amount: 100 }]);
      const body = use === addCartLine ? { variantId: variant.variantId, quantity: 1 } : undefined;
      const theirs = cartOf(await call(use, { session, cart, ...(body && { body }) }));
      expect(theirs.coupons).toMatchObject([{ applies: false, amount: 0 }]);
      expect(cartOf(await call(getCart, { session, cart }))).toEqual(theirs);
    }
  });

  test("one per customer, by session, by mailbox, and by account", async () => {
    const { code } = await makeDiscount({ oncePerCustomer: true });
    const variant = await makeVariant();
    const why = refusal(code, "already_used", "can be used once per customer");
    const { session, email } = await buy({ variant, coupons: [code] });
    const again = await fillCart(session, { variant });
    expectFailure(await call(applyCoupon, { session, cart: again, body: { code } }), ...why);
    const other = await startGuestSession();
    const cart = await fillCart(other, { variant });
    await giveContact({ session: other, cart }, { email: email.toUpperCase() });
    expectFailure(await call(applyCoupon, { session: other, cart, body: { code } }), ...why);
    await giveContact({ session: other, cart }, { email: guestEmail() });
    expect(cartOf(await call(applyCoupon, { session: other, cart, body: { code } })).coupons).toHaveLength(1);
    const customer = await signUp();
    await buy({ variant, session: customer, email: customer.email, coupons: [code] });
    const theirs = await fillCart(customer, { variant });
    expectFailure(await call(applyCoupon, { session: customer, cart: theirs, body: { code } }), ...why);
  });

  test.each<[string, object]>([
    ["nothing", {}],
    ["an empty code", { code: " " }],
    ["a long code", { code: "A".repeat(41) }],
    ["a list", { code: ["A"] }],
    ["NUL", { code: "A\0" }],
  ])("%s: 400 VALIDATION_ERROR", async (_, body) => {
    expectInvalid(await call(applyCoupon, { cart: await cartWorth(2000), body }), "code");
  });
});

describe("a coupon in a cart", () => {
  test("whose conditions are no longer met stays, takes nothing off, and applies again once they are", async () => {
    const variant = await makeVariant();
    const cart = await fillCart(undefined, { variant, quantity: 3 });
    const { code } = await makeDiscount({ minimumSpend: 2000 });
    const [line] = cartOf(await apply(cart, code)).lines;
    const set = async (quantity: number) => {
      const params = { lineId: line?.id ?? "" };
      return cartOf(await call(changeLine, { cart, params, body: { quantity } })).coupons;
    };
    expect(await set(1)).toEqual([{ code, amount: 0, applies: false }]);
    expect(await set(2)).toEqual([{ code, amount: 200, applies: true }]);
  });

  test("that has expired takes nothing off", async () => {
    const cart = await cartWorth(2000);
    const { id, code } = await makeDiscount();
    await apply(cart, code);
    await db.discount.update({ where: { id }, data: { endsAt: ago(day) } });
    expect(cartOf(await call(getCart, { cart })).coupons).toEqual([{ code, amount: 0, applies: false }]);
  });
});
