import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as z from "zod";
import {
  addAddress as add,
  changeAddress as change,
  listAddresses as list,
  removeAddress as remove,
} from "#lib/dialects/store-api/routes/addresses.ts";
import { setCartAddress as setAddress } from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/database/db.ts";
import { addEntry, entriesOf } from "#test/support/address-book.ts";
import { bookAddress as entry, usAddress } from "#test/support/addresses.ts";
import { type CallInput, call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { dataOf, expectFailure, expectInvalid } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

test("an entry is added, listed, partially updated, and removed", async () => {
  const session = await signUp();
  const added = await addEntry(session, { firstName: "  Gale ", country: "us" });
  expect(added).toEqual({ ...entry, id: expect.any(String) });
  expect(await entriesOf(session)).toEqual([added]);
  const at = { session, params: { id: added.id } };
  const changed = await call(change, { ...at, body: { city: "Bangor" } });
  expect(changed.body.data).toEqual({ ...added, city: "Bangor" });
  expect((await call(change, { ...at, body: {} })).body.data).toEqual({ ...added, city: "Bangor" });
  expect((await call(remove, at)).body.data).toEqual({ ...added, city: "Bangor" });
  expect(await entriesOf(session)).toEqual([]);
  expectFailure(await call(remove, at), "not_found", "Address not found");
});

test("a new entry says where it is", async () => {
  const reply = await call(add, { session: await signUp(), body: entry });
  const { id } = dataOf(reply, z.object({ id: z.uuid() }));
  expect([reply.status, reply.headers.get("location")]).toEqual([201, `/store/addresses/${id}`]);
});

test("the default comes first and there is at most one: a new one replaces it", async () => {
  const session = await signUp();
  const first = await addEntry(session, { isDefault: true });
  const second = await addEntry(session);
  const third = await addEntry(session, { isDefault: true });
  expect((await entriesOf(session)).map(({ id, isDefault }) => [id, isDefault])).toEqual([
    [third.id, true],
    [second.id, false],
    [first.id, false],
  ]);
  await call(change, { session, params: { id: first.id }, body: { isDefault: true } });
  const defaults = (await entriesOf(session)).filter(({ isDefault }) => isDefault);
  expect(defaults.map(({ id }) => id)).toEqual([first.id]);
  await call(change, { session, params: { id: first.id }, body: { isDefault: false } });
  expect((await entriesOf(session)).some(({ isDefault }) => isDefault)).toBe(false);
});

test("twenty concurrent calls that set a default all succeed, and one is the default", async () => {
  const session = await signUp();
  const entries = await Promise.all(Array.from({ length: 10 }, () => addEntry(session)));
  const replies = await Promise.all([
    ...entries.map(({ id }) => call(change, { session, params: { id }, body: { isDefault: true } })),
    ...entries.map(() => call(add, { session, body: { ...entry, isDefault: true } })),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([...entries.map(() => 200), ...entries.map(() => 201)]);
  const kept = await entriesOf(session);
  expect([kept.length, kept.filter(({ isDefault }) => isDefault).length]).toEqual([20, 1]);
});

test("two customers' defaults are independent", async () => {
  const [one, two] = [await signUp(), await signUp()];
  await addEntry(one, { isDefault: true });
  await addEntry(two, { isDefault: true });
  for (const session of [one, two]) expect((await entriesOf(session))[0]?.isDefault).toBe(true);
});

test.each(["somebody else's", "unknown"])(
  "an id that is %s is not found, and nothing changes",
  async (whose) => {
    const [owner, stranger] = [await signUp(), await signUp()];
    const theirs = await addEntry(owner, { isDefault: true });
    const own = await addEntry(stranger, { isDefault: true });
    const at = { session: stranger, params: { id: whose === "unknown" ? randomUUID() : theirs.id } };
    const calls = [call(change, { ...at, body: { isDefault: true, city: "Bangor" } }), call(remove, at)];
    for (const reply of await Promise.all(calls)) expectFailure(reply, "not_found", "Address not found");
    expect(await entriesOf(owner)).toEqual([theirs]);
    expect(await entriesOf(stranger)).toEqual([own]);
  },
);

test.each(["a guest", "nobody"])("%s has no address book: 401 for every call", async (who) => {
  const session = who === "a guest" ? await startGuestSession() : undefined;
  const params = { id: randomUUID() };
  const replies = await Promise.all([
    call(list, { session }),
    call(add, { session, body: entry }),
    call(change, { session, params, body: { city: "Bangor" } }),
    call(remove, { session, params }),
  ]);
  for (const reply of replies) expectFailure(reply, "unauthenticated", "Sign in to your account first");
  expect(await db.customerAddress.count({ where: { userId: session?.userId ?? randomUUID() } })).toBe(0);
});

const toCart = (input: CallInput) => call(setAddress, input);

test("the caller's own entry is copied to the cart", async () => {
  const session = await signUp();
  const cart = await fillCart(session, { variant: await makeVariant() });
  const { id } = await addEntry(session);
  const reply = await toCart({ session, cart, body: { addressId: id } });
  const { firstName, lastName, city, country, phone } = entry;
  const shippingAddress = {
    firstName,
    lastName,
    line1: entry.fullAddress,
    city,
    region: "ME",
    postalCode: "04101",
    country,
    phone,
  };
  expect(reply.body.data).toMatchObject({ shippingAddress, billingAddress: shippingAddress });
  await call(change, { session, params: { id }, body: { city: "Bangor" } });
  const [row] = await db.cart.findMany({ where: { userId: session.userId } });
  expect(row?.shippingAddress).toMatchObject({ city: "Portland" });
});

test("somebody else's entry is not found, a guest has none, and a malformed id is named", async () => {
  const [owner, stranger, guest] = [await signUp(), await signUp(), await startGuestSession()];
  const { id } = await addEntry(owner);
  const foreign = await toCart({ session: stranger, body: { addressId: id } });
  expectFailure(foreign, "not_found", "Address not found");
  const asGuest = await toCart({ session: guest, body: { addressId: id } });
  expectFailure(asGuest, "unauthenticated", "Sign in to your account first");
  expectInvalid(await toCart({ session: owner, body: { addressId: "mine" } }), "addressId");
  const both = { addressId: id, shippingAddress: usAddress };
  expectInvalid(await toCart({ session: owner, body: both }), "shippingAddress");
  expectInvalid(await toCart({ session: owner, body: {} }), "shippingAddress");
});
