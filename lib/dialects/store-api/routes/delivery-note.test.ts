import { describe, expect, test } from "vitest";
import * as z from "zod";
import { db } from "#lib/platform/database/db.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart, place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectInvalid, orderOf } from "#test/support/expect.ts";
import { signUp } from "#test/support/sessions.ts";
import { addAddress } from "./addresses.ts";
import { getCart, setCartAddress as setAddress } from "./cart.ts";
import { getOrder } from "./orders.ts";

const newCart = async () => fillCart(undefined, { variant: await makeVariant() });
const say = (cart: string, deliveryNote: unknown) =>
  call(setAddress, { cart, body: { shippingAddress: usAddress, deliveryNote } });

describe("a note for the driver", () => {
  test("is kept with the address and goes when the next address comes without one", async () => {
    const cart = await newCart();
    expect(cartOf(await call(getCart, { cart })).deliveryNote).toBeNull();
    expect(cartOf(await say(cart, "Ring twice")).deliveryNote).toBe("Ring twice");
    expect(cartOf(await call(getCart, { cart })).deliveryNote).toBe("Ring twice");
    const moved = cartOf(await call(setAddress, { cart, body: { shippingAddress: usAddress } }));
    expect(moved.deliveryNote).toBeNull();
  });

  test.each([
    [
      "in several lines, however they end",
      "Gate 7\r\nRing twice\rThen wait\n",
      "Gate 7\nRing twice\nThen wait",
    ],
    ["in any script and with emoji", "門のコード 12 👨‍👩‍👧", "門のコード 12 👨‍👩‍👧"],
    ["with what a browser could run", "<b>&\"'</b>", "<b>&\"'</b>"],
    ["without characters that cannot be seen", " Ring\u202E twice\u200B ", "Ring twice"],
    ["composed", "Cafe\u0301", "Caf\u00e9"],
    ["of 250 characters", "x".repeat(250), "x".repeat(250)],
    ["that is blank, as none", " \n\u200B\n ", null],
    ["that is empty, as none", "", null],
    ["that is null, as none", null, null],
  ])("is taken %s", async (_, typed, kept) => {
    expect(cartOf(await say(await newCart(), typed)).deliveryNote).toBe(kept);
  });

  test.each([
    ["of 251 characters", "x".repeat(251)],
    ["with NUL in it", "a\0b"],
    ["with a tab in it", "a\tb"],
    ["with an escape in it", "a\u001b[31mb"],
    ["with a line separator in it", "a\u2028b"],
    ["with half a character in it", "a\ud800b"],
    ["that is a number", 7],
    ["that is a list", ["Ring twice"]],
  ])("%s: 400 VALIDATION_ERROR that names it, and the address is not kept either", async (_, typed) => {
    const cart = await newCart();
    expectInvalid(await say(cart, typed), "deliveryNote");
    expect(cartOf(await call(getCart, { cart }))).toMatchObject({
      deliveryNote: null,
      shippingAddress: null,
    });
  });

  test("comes with an entry of the address book too", async () => {
    const customer = await signUp();
    const { firstName, lastName, line1, city, region, postalCode, country } = usAddress;
    const written = { firstName, lastName, fullAddress: line1, city, state: region, pincode: postalCode };
    const entry = { ...written, country, phone: "+12075550142" };
    const { body: added } = await call(addAddress, { session: customer, body: entry });
    const { id } = z.object({ data: z.object({ id: z.uuid() }) }).parse(added).data;
    const body = { addressId: id, deliveryNote: "Leave it in the shed" };
    expect(cartOf(await call(setAddress, { session: customer, body }))).toMatchObject({
      deliveryNote: "Leave it in the shed",
      shippingAddress: { line1: usAddress.line1 },
    });
  });

  test("goes from the cart into its order", async () => {
    const note = "Gate 7\nRing twice";
    const address = { shippingAddress: usAddress, deliveryNote: note };
    const ready = await readyToPlace({ variant: await makeVariant(), address });
    const placed = orderOf(await place(ready));
    expect(placed.deliveryNote).toBe(note);
    const { id } = placed;
    expect(orderOf(await call(getOrder, { session: ready.session, params: { id } }))).toEqual(placed);
    expect((await db.order.findUniqueOrThrow({ where: { id } })).deliveryNote).toBe(note);
  });
});
