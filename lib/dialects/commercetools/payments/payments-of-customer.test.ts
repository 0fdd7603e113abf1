import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { atTheTill, goToPage } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { customerToken, guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { newCustomer } from "#test/support/commercetools/customers.ts";
import { order, readyCart } from "#test/support/commercetools/shop.ts";
import { where } from "#test/support/commercetools/viewer.ts";

test("payments are found by the customer who pays, and a guest's has none", async () => {
  const [token, variant] = [await serverToken(), await makeVariant()];
  const { customer, email } = await newCustomer();
  const shopper = await customerToken(email, "secret");
  const placed = (await order(shopper, await readyCart(shopper, variant))).body;
  const find = async (predicate: string) =>
    (await send("GET", `/payments?${where(predicate)}`, { token })).body.results;
  expect(await find(`customer(id = "${customer.id}")`)).toMatchObject([
    { id: placed.paymentInfo.payments[0].id, customer: { typeId: "customer", id: customer.id } },
  ]);
  const guest = (await guestToken()).token;
  const { anonymousId } = (await order(guest, await readyCart(guest, variant))).body;
  expect(await find(`anonymousId = "${anonymousId}" and customer is not defined`)).toHaveLength(1);
});

test("a payment that has no order yet names the guest who is paying, and is found by that guest", async () => {
  const gateway = openGateway();
  offer(gateway.provider);
  const [token, shopper] = [await serverToken(), await atTheTill()];
  const id = await goToPage(shopper);
  const { anonymousId } = await db.cart.findUniqueOrThrow({ where: { id: shopper.cartId } });
  const { body: payment } = await send("GET", `/payments/${id}`, { token });
  expect(payment).toMatchObject({ id, anonymousId });
  const found = await send("GET", `/payments?${where(`anonymousId = "${anonymousId}"`)}`, { token });
  expect(found.body.results).toEqual([payment]);
});
