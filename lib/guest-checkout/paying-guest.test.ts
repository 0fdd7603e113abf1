import { afterEach, expect, test, vi } from "vitest";
import { transferCarts } from "#lib/commerce/cart/index.ts";
import { loadOrder, tendDuePayments, visitAttempt } from "#lib/commerce/order/index.ts";
import { deleteAccount, releaseAccount } from "#lib/commerce/privacy/index.ts";
import { asNobody, asShop, type ContextOf } from "#lib/platform/context.ts";
import { db, Prisma, withTransaction } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { deleteExpired } from "#lib/worker/housekeeping/index.ts";
import { type AtTheTill, atTheTill, goToPage, letTimePass, makeDue, pay } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { deliver } from "#test/privacy/finish.ts";
import { signInFrom } from "#test/support/accounts.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { interleave } from "#test/support/locks.ts";
import { type Session, shopperOf, signUp } from "#test/support/sessions.ts";
import { eraseGuestData } from "./erasure/erase-guest-data.ts";
import { mintLookupToken } from "./lookup-token.ts";

const gateway = openGateway();
offer(gateway.provider);

afterEach(() => vi.restoreAllMocks());

const orderOf = ({ cartId }: Pick<AtTheTill, "cartId">) =>
  loadOrder(asShop, Prisma.sql`o.cart_id = ${cartId}::uuid`);

async function theWorkerLooks(shopper: AtTheTill): Promise<void> {
  await makeDue(shopper);
  await tendDuePayments();
}

/** The same shopper, after signing in to an account. */
async function signIn(
  shopper: AtTheTill,
): Promise<AtTheTill & { account: Session; ctx: ContextOf<"customer"> }> {
  const account = await signUp();
  const { status, token } = await signInFrom(shopper.session, account.email);
  expect(status).toBe(200);
  const actor = { type: "customer", ...account, name: "", emailVerified: false } as const;
  return { ...shopper, account: { ...account, token }, ctx: { actor } };
}

test("a guest who signs in while paying pays for the account's order", async () => {
  const guest = await atTheTill();
  const id = await goToPage(guest);
  const customer = await signIn(guest);
  gateway.pay(id);
  const { order } = await visitAttempt(customer.ctx, { id });
  expect(order).toMatchObject({ userId: customer.account.userId, paymentStatus: "paid" });
});

test("a guest who signs in while the card is being charged has bought as the account", async () => {
  const guest = await atTheTill();
  const { start } = gateway.provider;
  let userId = "";
  vi.spyOn(gateway.provider, "start").mockImplementationOnce(async (opening) => {
    const started = await start(opening);
    userId = (await signIn(guest)).account.userId;
    return started;
  });
  const paid = await pay(guest, { paymentMethod: "direct" });
  expect(paid).toMatchObject({ attempt: null, order: { userId, paymentStatus: "paid" } });
});

test("a cart that passes to an account just when its payment is settled is ordered by the account", async () => {
  const guest = await atTheTill();
  const account = await signUp();
  const id = await goToPage(guest);
  gateway.pay(id);
  const visited = await interleave(
    guest.cartId,
    () => visitAttempt(guest.ctx, { id }),
    (tx) =>
      transferCarts(
        { tx },
        {
          which: Prisma.sql`id = ${guest.cartId}::uuid`,
          to: Prisma.sql`user_id = ${account.userId}::uuid`,
        },
      ),
  );
  expect(visited.order).toMatchObject({ userId: account.userId, balance: { refunded: 0, due: 0 } });
});

test("an open payment of an account that is released to its mailbox's owner buys nothing for a guest", async () => {
  const customer = await signUp();
  const shopper = await atTheTill(5, { session: customer });
  const id = await goToPage(shopper);
  await withTransaction((tx) => releaseAccount({ ...asNobody, tx }, customer));
  gateway.pay(id);
  await theWorkerLooks(shopper);
  const order = await orderOf(shopper);
  expect(order).toMatchObject({ paymentStatus: "paid", balance: { refunded: 0 } });
  expect(order?.userId).not.toBe(customer.userId);
});

test("neither a guest's data nor an account is erased while a payment is open, and both are once it has ended", async () => {
  const { order, session, email } = await buy({ variant: await makeVariant() });
  await deliver(order.id);
  const guest = await atTheTill(5, { session, email });
  const id = await goToPage(guest);
  const link = { token: await mintLookupToken({ linkSecret: env.GUEST_LINK_SECRET, orderId: order.id }) };
  const owner = { actor: await shopperOf(session) };
  const erase = () => eraseGuestData(owner, link);
  await expect(erase()).rejects.toMatchObject({ code: "order_in_progress" });
  const customer = await signIn(guest);
  const close = () => deleteAccount(customer.ctx);
  await expect(close()).rejects.toMatchObject({ code: "order_in_progress" });
  expect(await db.payment.findUnique({ where: { id } })).toMatchObject({ state: "redirected" });
  await letTimePass(guest);
  await tendDuePayments();
  await close();
  expect(await db.payment.count({ where: { id } })).toBe(0);
  expect(gateway.pay(id)).toBe(false);
});

test("housekeeping keeps a cart and its guest while a payment is open, and deletes them once it has ended", async () => {
  const guest = await atTheTill();
  const id = await goToPage(guest);
  const { userId } = guest.session;
  const longAgo = new Date(Date.now() - 400 * 24 * 3_600_000);
  await db.session.deleteMany({ where: { userId } });
  await db.user.update({ where: { id: userId }, data: { createdAt: longAgo } });
  await db.cart.update({ where: { id: guest.cartId }, data: { updatedAt: longAgo } });
  await deleteExpired();
  gateway.failBy(() => "down");
  await letTimePass(guest);
  await tendDuePayments();
  await deleteExpired();
  expect(await db.payment.findUnique({ where: { id } })).toMatchObject({ state: "redirected" });
  gateway.failBy(() => "none");
  await theWorkerLooks(guest);
  await deleteExpired();
  expect(await db.user.count({ where: { id: userId } })).toBe(0);
  expect(await db.cart.count({ where: { id: guest.cartId } })).toBe(0);
});
