import { afterEach, expect, test, vi } from "vitest";
import { carts, changeCart, prepareCheckout } from "#lib/commerce/cart/index.ts";
import { findAttempt } from "#lib/commerce/payment/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import {
  type AtTheTill,
  atTheTill,
  goToPage,
  letTimePass,
  makeDue,
  orderOf,
  pay,
} from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { tendDuePayments, visitAttempt } from "../index.ts";
import { leaveAttempt } from "./visit-attempt.ts";

const gateway = openGateway();
const { provider } = gateway;
offer(provider);

const attemptOf = (id: string) => findAttempt(asShop, { id });
const handle = ({ cart }: AtTheTill) => ({ token: cart, platform: "WEB" }) as const;

afterEach(() => {
  vi.restoreAllMocks();
  gateway.failBy(() => "none");
});

/** Whether others can buy the variant now. */
async function isShelfFree({ variant }: AtTheTill): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from stock where variant_id = ${variant.variantId}::uuid for update skip locked`;
  return rows.length > 0;
}

test("nothing is locked during a call to a provider, and a closed attempt stays closed if the checkout is rejected", async () => {
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  const seen: boolean[] = [];
  const { look } = provider;
  vi.spyOn(provider, "look").mockImplementation(async (attempt) => {
    seen.push(await isShelfFree(shopper));
    return look(attempt);
  });
  await db.stock.updateMany({ where: { variantId: shopper.variant.variantId }, data: { quantity: 0 } });
  await expect(prepareCheckout(shopper.ctx, handle(shopper))).rejects.toMatchObject({
    code: "out_of_stock",
  });
  expect(seen).toEqual([true]);
  expect((await attemptOf(id))?.state).toBe("released");
});

test("nothing is locked either while a cart changes for which a payment starts at the same moment", async () => {
  const shopper = await atTheTill();
  const seen: boolean[] = [];
  const { look } = provider;
  vi.spyOn(provider, "look").mockImplementation(async (attempt) => {
    const rows = await db.$queryRaw<unknown[]>`
      select 1 from cart where id = ${shopper.cartId}::uuid for update skip locked`;
    seen.push(rows.length > 0);
    return look(attempt);
  });
  const begun: string[] = [];
  const changed = await changeCart(shopper.ctx, { token: shopper.cart }, async (_ctx, cart) => {
    if (begun.length === 0) begun.push(await goToPage(shopper));
    return { ...cart, lines: cart.lines.map((line) => ({ ...line, quantity: 1 })) };
  });
  expect(changed.lines.map(({ quantity }) => quantity)).toEqual([1]);
  expect(seen).toEqual([true]);
  expect((await attemptOf(begun[0] ?? ""))?.state).toBe("released");
});

test("a payment that the provider has not decided yet is called that, not unreachable", async () => {
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  vi.spyOn(provider, "release").mockImplementation((attempt) => provider.look(attempt));
  const undecided = {
    code: "payment_in_progress",
    message: "Your payment with Gateway is still being processed. Wait a moment before you try again.",
    details: { attempt: id },
  };
  await expect(leaveAttempt(shopper.ctx, { id })).rejects.toMatchObject(undecided);
  await expect(changeCart(shopper.ctx, { token: shopper.cart }, (_ctx, cart) => cart)).rejects.toMatchObject(
    undecided,
  );
  await expect(pay(shopper, { paymentMethod: "direct" })).rejects.toMatchObject(undecided);
});

test("a paid cart cannot be deleted, and its order is placed soon", async () => {
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  gateway.pay(id);
  const { version } = await db.cart.findUniqueOrThrow({ where: { id: shopper.cartId } });
  const named = { cart: { id: shopper.cartId }, version };
  await expect(carts.delete(shopper.ctx, named)).rejects.toMatchObject({
    code: "payment_in_progress",
  });
  await tendDuePayments();
  expect(await orderOf(shopper)).toMatchObject({ paymentStatus: "paid" });
});

test("deleting a cart closes its open payment", async () => {
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  const { version } = await db.cart.findUniqueOrThrow({ where: { id: shopper.cartId } });
  await carts.delete(shopper.ctx, { cart: { id: shopper.cartId }, version });
  expect(gateway.pay(id)).toBe(false);
  expect(await attemptOf(id)).toBeNull();
});

test("an authorization that is only seen when the time is up becomes the order", async () => {
  env.CAPTURE = "on-shipping";
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  env.CAPTURE = "on-placement";
  gateway.pay(id);
  await letTimePass(shopper);
  await tendDuePayments();
  expect(await orderOf(shopper)).toMatchObject({ paymentStatus: "authorized" });
});

test("a payment that was refunded before we saw it places no order", async () => {
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  gateway.pay(id);
  const attempt = await attemptOf(id);
  if (!attempt) throw new Error("There is no attempt");
  await provider.refund(attempt, attempt.amount, "by hand");
  await visitAttempt(shopper.ctx, { id });
  await makeDue(shopper);
  await tendDuePayments();
  expect(await orderOf(shopper)).toBeNull();
  expect(await attemptOf(id)).toMatchObject({ state: "refunded", goesBack: true, orderId: null });
  expect(await db.cart.findUnique({ where: { id: shopper.cartId } })).toMatchObject({ payingId: null });
  expect((await pay(shopper, { paymentMethod: "direct" })).attempt).toBeNull();
});

test("a partially refunded one places no order either: the rest is refunded, too", async () => {
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  gateway.pay(id);
  const attempt = await attemptOf(id);
  if (!attempt) throw new Error("There is no attempt");
  await provider.refund(attempt, 1, "by hand");
  await visitAttempt(shopper.ctx, { id });
  expect(await orderOf(shopper)).toBeNull();
  expect(await attemptOf(id)).toMatchObject({ state: "refunded", refunded: attempt.amount });
});

test("a shopper whose page opens only after another tab has paid gets the order", async () => {
  const shopper = await atTheTill();
  const { start } = provider;
  vi.spyOn(provider, "start").mockImplementationOnce(async (opening) => {
    const started = await start(opening);
    // The other tab has requested the same earlier, and has paid.
    gateway.pay(await goToPage(shopper));
    await visitAttempt(shopper.ctx, { id: opening.id });
    return started;
  });
  expect(await pay(shopper)).toMatchObject({ attempt: null, order: { paymentStatus: "paid" } });
});

test("an Idempotency-Key returns the attempt while it is open, and its order afterwards, however it was placed", async () => {
  const shopper = await atTheTill();
  const idempotencyKey = crypto.randomUUID();
  const first = await pay(shopper, { idempotencyKey });
  expect(await pay(shopper, { idempotencyKey })).toEqual(first);
  const id = first.attempt?.id ?? "";
  gateway.pay(id);
  await makeDue(shopper);
  await tendDuePayments();
  const order = await orderOf(shopper);
  const again = await pay(shopper, { idempotencyKey });
  expect(again).toMatchObject({ attempt: null, replayed: true, order: { id: order?.id } });
  const other = pay(shopper, { idempotencyKey, paymentMethod: "direct" });
  await expect(other).rejects.toMatchObject({ code: "idempotency_key_reused" });
});

test("prices and coupons that change during a payment do not affect what was agreed", async () => {
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  const { amount } = await db.payment.findUniqueOrThrow({ where: { id } });
  await db.price.updateMany({ where: { variantId: shopper.variant.variantId }, data: { amount: 1 } });
  await db.shippingMethod.updateMany({ where: { id: shopper.methodId }, data: { active: false } });
  gateway.pay(id);
  await visitAttempt(shopper.ctx, { id });
  expect((await orderOf(shopper))?.totals.total).toBe(Number(amount));
});
