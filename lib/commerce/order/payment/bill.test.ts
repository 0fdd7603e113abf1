import { expect, test } from "vitest";
import { priceCart } from "#lib/commerce/cart/index.ts";
import { cart, line } from "#test/cart/price-input.ts";
import { billOf } from "./bill.ts";

test("a line of the provider's page names the variant, unless it is named like the product", () => {
  const mug = { ...line(1200, 1), name: "Mug" };
  const priced = cart({ lines: [mug, { ...mug, variantTitle: "Mug" }, { ...mug, variantTitle: "Blue" }] });
  const bill = billOf({
    cart: { ...priced, locale: null, email: null },
    priced: priceCart(priced),
    shopper: { type: "anonymous", userId: "guest", anonymousId: "guest" },
  });
  expect(bill.lines.map(({ name }) => name)).toEqual(["Mug", "Mug", "Mug, Blue"]);
});
