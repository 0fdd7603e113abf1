import { expect, test } from "vitest";
import { deliveryColumns, deliveryDraft } from "#lib/commerce/cart/index.ts";
import { withBlanks } from "#lib/platform/database/columns.ts";
import { deAddress, usAddress } from "#test/support/addresses.ts";
import { deliveryTo } from "./saved-address.ts";

test("an entry of the address book replaces the address and the phone number, and nothing else that a delivery has", () => {
  const given = {
    country: "US",
    shippingAddress: usAddress,
    billingAddress: deAddress,
    deliveryNote: "Gate 7",
  };
  const before = withBlanks(deliveryColumns, given);
  const shippingMethod = { id: "0199d3a0-0000-7000-8000-000000000000" };
  const after = deliveryTo({ ...deAddress, phone: "+4930123456" }, { ...before, shippingMethod });
  const { country: _, ...columns } = before;
  const to = { ...columns, shippingAddress: deAddress, phone: "+4930123456" };
  expect(after.to).toMatchObject(to);
  expect(deliveryDraft.parse(after)).toEqual({ country: "DE", shippingMethodId: shippingMethod.id, to });
});
