import { expect, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { call } from "#test/support/call.ts";
import { cartOf } from "#test/support/expect.ts";
import { getCart } from "./cart.ts";

async function localeFor(headers: Record<string, string>, cart?: string): Promise<string | null> {
  const reply = await call(getCart, { headers, cart });
  const { id } = cartOf(reply);
  return (await db.cart.findUniqueOrThrow({ where: { id } })).locale;
}

test.each<[string, string | null]>([
  ["de-CH, de;q=0.9, en;q=0.5", "de-CH"],
  ["ar", "ar"],
  ["fr-CH, fr;q=0.9", "en-CH"],
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
