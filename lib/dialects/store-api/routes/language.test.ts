import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectInvalid, orderOf } from "#test/support/expect.ts";
import { getCart, setCartLanguage } from "./cart.ts";
import { addCartLine } from "./lines.ts";
import { getOrder } from "./orders.ts";

async function localeFor(headers: Record<string, string>, cart?: string): Promise<string | null> {
  const reply = await call(getCart, { headers, cart });
  const { id } = cartOf(reply);
  return (await db.cart.findUniqueOrThrow({ where: { id } })).locale;
}

test.each<[string, string | null]>([
  ["de-CH, de;q=0.9, en;q=0.5", "de-CH"],
  ["ar", "ar"],
  ["tlh-CH, tlh;q=0.9", "en-CH"],
  ["*", null],
  ["de_DE;;;", null],
  [`${"x-".repeat(4_000)}, de`, null],
])("a new cart has the language that its caller accepts: %.40s", async (accepted, locale) => {
  expect(await localeFor({ "accept-language": accepted })).toBe(locale);
});

test("without Accept-Language a cart has no language, and a later header changes nothing", async () => {
  expect(await localeFor({})).toBeNull();
  const { cart } = await call(getCart, { headers: { "accept-language": "de" } });
  expect(await localeFor({ "accept-language": "ar" }, cart)).toBe("de");
});

test("a cart's language can be set, changed and reset", async () => {
  const { cart } = await call(getCart, { headers: { "accept-language": "de" } });
  for (const locale of ["ar", "de-AT", "zh-Hant-TW", null]) {
    expect(cartOf(await call(setCartLanguage, { cart, body: { locale } })).locale).toBe(locale);
    expect(cartOf(await call(getCart, { cart })).locale).toBe(locale);
  }
});

test("without a cart, one is created in that language", async () => {
  const reply = await call(setCartLanguage, {
    body: { locale: "ar" },
    headers: { "accept-language": "de" },
  });
  expect(cartOf(reply)).toMatchObject({ locale: "ar", lines: [] });
  expect(cartOf(await call(getCart, { cart: reply.cart })).locale).toBe("ar");
});

test.each([
  ["", "A language, such as en or en-US"],
  ["de_DE", "A language, such as en or en-US"],
  ["deutsch", "A language, such as en or en-US"],
  ["de-DE-de-DE", "A language, such as en or en-US"],
  ["de\u0000", "A language, such as en or en-US"],
])("%j is not a language", async (locale, message) => {
  const { cart } = await call(getCart);
  const reply = await call(setCartLanguage, { cart, body: { locale } });
  expectInvalid(reply, "locale");
  expect(reply.body).toMatchObject({ details: [{ path: "locale", message }] });
  expect(cartOf(await call(getCart, { cart })).locale).toBeNull();
});

test.each([{}, { locale: 5 }, { locale: ["de"] }])("%j names no language", async (body) => {
  expectInvalid(await call(setCartLanguage, { body }), "locale");
});

test("the order has its cart's language, and products can still be added", async () => {
  const variant = await makeVariant();
  const ready = await readyToPlace({ variant });
  await call(setCartLanguage, { session: ready.session, cart: ready.cart, body: { locale: "de-AT" } });
  const body = { variantId: variant.variantId, quantity: 1 };
  const grown = cartOf(await call(addCartLine, { session: ready.session, cart: ready.cart, body }));
  expect(grown.locale).toBe("de-AT");
  const order = orderOf(await place(ready));
  expect(order.locale).toBe("de-AT");
  expect(orderOf(await call(getOrder, { session: ready.session, params: { id: order.id } })).locale).toBe(
    "de-AT",
  );
});
