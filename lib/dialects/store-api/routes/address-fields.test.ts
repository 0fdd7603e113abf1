import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  addAddress as add,
  changeAddress as change,
  removeAddress as remove,
} from "#lib/dialects/store-api/routes/addresses.ts";
import { setCartAddress as setAddress } from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/database/db.ts";
import { addEntry, type Entry, entriesOf } from "#test/support/address-book.ts";
import { bookAddress as entry } from "#test/support/addresses.ts";
import { type CallInput, call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { expectInvalid } from "#test/support/expect.ts";
import { signUp } from "#test/support/sessions.ts";

test("exactly the invalid fields are named", async () => {
  const session = await signUp();
  expectInvalid(await call(add, { session, body: {} }), "firstName", "fullAddress", "phone", "country");
  const wrong = {
    ...entry,
    phone: "1".repeat(33),
    country: "Atlantis",
    city: "Port\nland",
    isDefault: "yes",
  };
  expectInvalid(await call(add, { session, body: wrong }), "city", "phone", "country", "isDefault");
  const { id } = await addEntry(session);
  const at = { session, params: { id } };
  expectInvalid(
    await call(change, { ...at, body: { firstName: "", isDefault: null } }),
    "firstName",
    "isDefault",
  );
  expectInvalid(await call(remove, { session, params: { id: "1" } }), "id");
  expect(await entriesOf(session)).toHaveLength(1);
});

test("the country decides which fields are optional, their format, and their names", async () => {
  const session = await signUp();
  const typed = { ...entry, state: "maine", pincode: "041011234", phone: "(207) 555-0142" };
  expect(await addEntry(session, typed)).toMatchObject({ ...entry, pincode: "04101-1234" });
  const { state: _, pincode: __, lastName: ___, ...place } = { ...entry, country: "QA", city: "Doha" };
  const inDoha = { ...place, lastName: "", state: "", pincode: "" };
  for (const body of [place, inDoha]) {
    expect((await call(add, { session, body })).body.data).toMatchObject(inDoha);
  }
  const lacking = { ...entry, city: "", state: "", pincode: "" };
  expectInvalid(await call(add, { session, body: lacking }), "city", "state", "pincode");
  expectInvalid(await call(add, { session, body: { ...entry, pincode: "SW1A 1AA" } }), "pincode");
  expectInvalid(await call(add, { session, body: { ...entry, country: "FX" } }), "country");
});

test("a change is validated and normalized for the country together with the unchanged fields", async () => {
  const session = await signUp();
  const { id } = await addEntry(session);
  const patch = (body: object) => call(change, { session, params: { id }, body });
  expectInvalid(await patch({ pincode: "SW1A 1AA" }), "pincode");
  expectInvalid(await patch({ state: "" }), "state");
  expectInvalid(await patch({ country: "GB" }), "pincode");
  expect((await entriesOf(session))[0]).toEqual({ ...entry, id });
  const moved = { country: "uk", pincode: "sw1a1aa", state: "" };
  expect((await patch(moved)).body.data).toMatchObject({ country: "GB", pincode: "SW1A 1AA", state: "" });
});

test("an entry that predates the rules can be read, used, and partially changed", async () => {
  const session = await signUp();
  const { id } = await addEntry(session);
  await db.customerAddress.update({ where: { id }, data: { state: "", pincode: "?" } });
  const patch = (body: object) => call(change, { session, params: { id }, body });
  expect((await patch({ phone: "207 555 0199" })).body.data).toMatchObject({
    phone: "+12075550199",
    pincode: "?",
  });
  expectInvalid(await patch({ pincode: "!" }), "pincode");
  const cart = await fillCart(session, { variant: await makeVariant() });
  expect((await toCart({ session, cart, body: { addressId: id } })).status).toBe(200);
});

test("fields that a client cannot set are ignored: id, owner, times", async () => {
  const [session, other] = [await signUp(), await signUp()];
  const forged = { ...entry, id: randomUUID(), userId: other.userId, createdAt: "2000-01-01T00:00:00Z" };
  const added = (await call(add, { session, body: forged })).body.data as Entry;
  expect(added.id).not.toBe(forged.id);
  await call(change, { session, params: { id: added.id }, body: { userId: other.userId } });
  expect(await entriesOf(session)).toEqual([added]);
  expect(await entriesOf(other)).toEqual([]);
});

const toCart = (input: CallInput) => call(setAddress, input);
