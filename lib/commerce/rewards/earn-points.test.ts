import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestToken, send } from "#test/support/commercetools/call.ts";
import { expectError, order, readyCart } from "#test/support/commercetools/shop.ts";
import { earnPoints } from "./earn-points.ts";

const japan = { country: "JP", firstName: "Gale", lastName: "Guest", streetName: "1-1", city: "Tokyo" };
const address = { ...japan, state: "Tokyo", postalCode: "100-0001" };

test.each([
  ["JPY", 12],
  ["XOF", 12],
  ["EUR", 12_99],
  ["KWD", 12_999],
  ["IQD", 12_999],
  ["CLF", 12_9999],
])("one point for each whole %s, by its decimals", async (currency, amount) => {
  const { token } = await guestToken();
  const variant = await makeVariant({ prices: [{ currency, amount }] });
  const cart = await readyCart(token, variant, { currency, country: "JP", shippingAddress: address });
  const placed = await order(token, cart);
  expect(placed.status, JSON.stringify(placed.body)).toBe(201);
  await earnPoints([placed.body.id]);
  const entry = await db.rewardEntry.findUniqueOrThrow({ where: { orderId: placed.body.id } });
  expect(entry.points).toBe(12n);
});

test("no cart and no price is in an unknown currency", async () => {
  const { token } = await guestToken();
  for (const currency of ["XXX", "ABC", "XAU"]) {
    const body = { currency };
    expectError(await send("POST", "/me/carts", { token, body }), 400, "InvalidJsonInput");
    const prices = await send("GET", `/product-projections?priceCurrency=${currency}`, { token });
    expectError(prices, 400, "InvalidInput");
  }
});
