import { afterAll, expect, test } from "vitest";
import { guestsPart } from "#lib/commerce/notifications/index.ts";
import { placeBefore } from "./checkout-steps.ts";
import "#lib/shop.ts";

const own = guestsPart.get();
afterAll(() => guestsPart.provide(own));

test("each step leads back to the one before it, and the first to the cart, with and without guests", () => {
  guestsPart.provide({ orderUrl: async () => "", mails: {} });
  expect([placeBefore("contact"), placeBefore("delivery"), placeBefore("payment")]).toEqual([
    "cart",
    "contact",
    "delivery",
  ]);
  guestsPart.provide(null);
  expect([placeBefore("delivery"), placeBefore("payment")]).toEqual(["cart", "delivery"]);
});
