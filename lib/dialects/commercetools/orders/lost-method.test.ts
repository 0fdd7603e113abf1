import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { guestToken, send } from "#test/support/commercetools/call.ts";
import { expectError, order, readyCart } from "#test/support/commercetools/shop.ts";

test.each([0, 500])(
  "a cart shown with a method for %d that is gone is not ordered without one",
  async (USD) => {
    const { token } = await guestToken();
    const { id } = await makeShippingMethod({ prices: { USD } });
    const shippingMethod = { typeId: "shipping-method", id };
    const cart = await readyCart(token, await makeVariant(), { shippingMethod });
    expect(cart.shippingInfo).toMatchObject({ shippingMethodName: "Standard" });
    await db.shippingMethod.update({ where: { id }, data: { active: false } });
    expectError(await order(token, cart), 400, "PriceChanged", { shipping: true });
    const { body } = await send("GET", `/me/carts/${cart.id}`, { token });
    expect(body).not.toHaveProperty("shippingInfo");
    expect((await order(token, body)).status).toBe(201);
  },
);
