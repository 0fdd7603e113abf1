import { expect, test } from "vitest";
import { addAddress } from "#lib/dialects/store-api/routes/addresses.ts";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { booksOf, deliver } from "#test/privacy/finish.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { openAuth, postAuth, signInFrom } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { fillCart, place, readyToPlace } from "#test/support/checkout.ts";
import { dumpDatabase } from "#test/support/dump.ts";
import { orderOf } from "#test/support/expect.ts";
import { openInbox } from "#test/support/inbox.ts";
import { interleave } from "#test/support/locks.ts";
import { password, signUp } from "#test/support/sessions.ts";
import { accountEnds, deleteAccount, deletedAddress } from "./index.ts";

const inbox = await openInbox();

const phone = "+442079460999";
const shippingAddress = {
  firstName: "Quirina",
  lastName: "Zapletal",
  line1: "77 Nowhere Crescent",
  city: "Tallahassee",
  region: "FL",
  postalCode: "32399",
  country: "US",
  phone,
};

/** An account that has used every feature, with a delivered order. */
async function fullAccount() {
  const customer = await signUp();
  const variant = await makeVariant();
  const coupon = await makeDiscount({ oncePerCustomer: true });
  const ready = await readyToPlace({
    variant,
    session: customer,
    email: customer.email,
    coupons: [coupon.code],
    address: { shippingAddress, billingAddress: shippingAddress },
  });
  const order = orderOf(await place(ready, { headers: { "idempotency-key": crypto.randomUUID() } }));
  const { firstName, lastName, city, country } = shippingAddress;
  const entry = {
    firstName,
    lastName,
    city,
    country,
    phone,
    fullAddress: "77 Nowhere Crescent",
    pincode: "32399",
    state: "FL",
  };
  await call(addAddress, { session: customer, body: { ...entry, isDefault: true } });
  await readyToPlace({ variant, session: customer, email: customer.email, address: { shippingAddress } });
  await postAuth("/request-password-reset", { email: customer.email });
  await db.rewardEntry.create({ data: { userId: customer.userId, orderId: order.id, points: 5 } });
  // Stored like a module's own link.
  const link = { identifier: `order-claim:${customer.userId}`, value: "x" };
  await db.verification.create({ data: { ...link, expiresAt: new Date(Date.now() + 60_000) } });
  const user = await db.user.update({
    where: { id: customer.userId },
    data: { name: "Quirina Zapletal", firstName: "Quirina" },
  });
  const ctx = {
    actor: { type: "customer", userId: user.id, email: user.email, name: user.name, emailVerified: false },
  } as const;
  return { customer, order, ctx };
}

test("no personal data is left in any column of any table, the queue's included", async () => {
  const { customer, order, ctx } = await fullAccount();
  const words = [customer.email, phone, "Quirina", "Zapletal", "Nowhere Crescent", "Tallahassee", "32399"];
  const placesOf = async (word: string) =>
    [...(await dumpDatabase())]
      .filter(([, rows]) => rows.toLowerCase().includes(word.toLowerCase()))
      .map(([table]) => table);
  for (const word of words) expect(await placesOf(word), word).not.toEqual([]);
  await deliver(order.id);
  await deleteAccount(ctx);
  for (const word of words) expect(await placesOf(word), word).toEqual([]);
});

test("orders stay on the books to the cent, anonymized, and owned by nobody who can sign in", async () => {
  const { customer, order, ctx } = await fullAccount();
  await deliver(order.id);
  const before = await booksOf(order.id);
  await deleteAccount(ctx);
  expect(await booksOf(order.id)).toEqual(before);
  const rows = await rowsOf(customer.userId);
  expect(Object.keys(rows).toSorted()).toEqual(["cart", "discount_usage", "order", "order_event"]);
  expect(rows.order).toMatchObject([
    { email: null, contact_name: null, phone: null, shipping_address: { country: "US" } },
  ]);
  expect(rows.cart?.map(({ status }) => status)).toEqual(["ordered"]);
  expect(rows.order_event?.at(-1)).toMatchObject({ type: "order.erased" });
});

test("all sessions end, the password is invalid, and the address is free for a new account", async () => {
  const { customer, order, ctx } = await fullAccount();
  const { token } = await signInFrom(undefined, customer.email);
  await deliver(order.id);
  await deleteAccount(ctx);
  for (const session of [customer, { ...customer, token }])
    expect((await call(listOrders, { session })).status).toBe(401);
  for (const email of [customer.email, deletedAddress(customer.userId)])
    expect((await signInFrom(undefined, email)).status).toBe(401);
  const anew = await signUp(customer.email);
  expect(anew.userId).not.toBe(customer.userId);
  expect((await call(listOrders, { session: anew })).body.metadata).toMatchObject({ total: 0 });
});

test("earlier mailed links (password reset, verification) do not restore the account", async () => {
  const { customer, order, ctx } = await fullAccount();
  const reset = await inbox.linkTo(customer.email, "/reset-password/");
  const verify = inbox.received
    .filter(({ recipients }) => recipients.includes(customer.email))
    .map(({ parsed }) => parsed.text?.match(/http\S+verify-email\S+/)?.[0])
    .find(Boolean);
  await deliver(order.id);
  await deleteAccount(ctx);
  const token = reset.pathname.split("/").at(-1);
  expect((await postAuth("/reset-password", { token, newPassword: password })).status).toBe(400);
  expect((await openAuth(verify ?? "")).headers.get("location")).toContain("error=");
  expect(await db.account.count({ where: { userId: customer.userId } })).toBe(0);
  expect((await dumpDatabase()).get("public.verification")).not.toContain(customer.userId);
});

test.each(["pending", "confirmed", "fulfilled"] as const)(
  "it is rejected while an order is %s: everything stays",
  async (status) => {
    const { customer, order, ctx } = await fullAccount();
    await db.order.update({ where: { id: order.id }, data: { status } });
    const before = await rowsOf(customer.userId);
    await expect(deleteAccount(ctx)).rejects.toMatchObject({ code: "order_in_progress" });
    expect(await rowsOf(customer.userId)).toEqual(before);
    expect((await call(listOrders, { session: customer })).status).toBe(200);
  },
);

test.each(["came without a provider", "was sent back by a bank"])(
  "it is rejected while money of a cancelled order that %s has to be returned by people",
  async (how) => {
    const { order, ctx } = await fullAccount();
    await db.order.update({ where: { id: order.id }, data: { status: "cancelled" } });
    const payment = await db.payment.findFirstOrThrow({ where: { orderId: order.id } });
    const where = { id: payment.id };
    const isByHand = how === "came without a provider";
    const refund = { id: crypto.randomUUID(), amount: payment.amount, state: "failed" } as const;
    const money = {
      state: "captured",
      captured: payment.amount,
      reference: isByHand ? null : "charge",
    } as const;
    await db.payment.update({ where, data: { ...money, ...(!isByHand && { refunds: { create: refund } }) } });
    await expect(deleteAccount(ctx)).rejects.toMatchObject({ code: "order_in_progress" });
    await db.payment.update({ where, data: { state: "refunded", refunded: payment.amount } });
    await deleteAccount(ctx);
  },
);

test("a deletion that waits for an order being placed holds no lock that the order needs", async () => {
  const { userId, email, ...session } = await signUp();
  await fillCart({ userId, ...session }, { variant: await makeVariant() });
  const { id } = await db.cart.findFirstOrThrow({ where: { userId } });
  const actor = { type: "customer", userId, email, name: "", emailVerified: false } as const;
  await interleave(
    id,
    () => deleteAccount({ actor }),
    async (tx) => {
      // The lock of an order's foreign key: it would deadlock with a deletion that had locked the account.
      await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for key share nowait`;
    },
  );
  expect(await db.cart.count({ where: { userId } })).toBe(0);
});

test("only a customer has an account to delete", async () => {
  for (const actor of [{ type: "none" }, { type: "anonymous", userId: "", anonymousId: "" }] as const)
    await expect(perform(accountEnds.closeOwn, { actor }, { version: 1 })).rejects.toMatchObject({
      code: "unauthenticated",
    });
});

test("another customer's data is unchanged", async () => {
  const bystander = await signUp();
  await fillCart(bystander, { variant: await makeVariant() });
  const before = await rowsOf(bystander.userId);
  const { order, ctx } = await fullAccount();
  await deliver(order.id);
  await deleteAccount(ctx);
  expect(await rowsOf(bystander.userId)).toEqual(before);
});
