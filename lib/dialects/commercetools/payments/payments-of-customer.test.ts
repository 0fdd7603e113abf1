import { expect, test } from "vitest";
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
