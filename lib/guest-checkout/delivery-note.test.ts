import { expect, test } from "vitest";
import { getOrder } from "#lib/dialects/store-api/routes/orders.ts";
import { signUpFrom } from "#test/support/accounts.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail } from "#test/support/checkout.ts";
import { orderOf } from "#test/support/expect.ts";

test("the note for the driver goes with the order into an account", async () => {
  const address = { shippingAddress: usAddress, deliveryNote: "Gate 7\nRing twice" };
  const { session, order } = await buy({ variant: await makeVariant(), address });
  const customer = await signUpFrom(session, guestEmail());
  const kept = orderOf(await call(getOrder, { session: customer, params: { id: order.id } }));
  expect(kept.deliveryNote).toBe("Gate 7\nRing twice");
});
