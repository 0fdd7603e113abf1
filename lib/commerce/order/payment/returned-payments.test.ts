import { expect, test } from "vitest";
import { carts } from "#lib/commerce/cart/index.ts";
import { forgetBuyers, tellReturned } from "#lib/commerce/notifications/index.ts";
import { eraseOrders } from "#lib/commerce/privacy/index.ts";
import { asShop, inTransaction } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { atTheTill, goToPage } from "#test/payment/checkout.ts";
import { openNoticedGateway } from "#test/payment/noticed-gateway.ts";
import { paymentsInTrouble, tendDuePayments, visitAttempt } from "../index.ts";

const { gateway, mailsTo, plan, sendNotice } = await openNoticedGateway();

/** A payment that is returned because it was too much. */
async function payTooMuch() {
  const shopper = await atTheTill();
  gateway.overcharge(100);
  const id = await goToPage(shopper);
  gateway.overcharge(0);
  gateway.refundSlowly(id);
  gateway.pay(id);
  await visitAttempt(shopper.ctx, { id });
  return { shopper, id };
}

async function removeCart({ ctx, cartId }: Awaited<ReturnType<typeof atTheTill>>): Promise<void> {
  const { version } = await db.cart.findUniqueOrThrow({ where: { id: cartId } });
  await carts.delete(ctx, { cart: { id: cartId }, version });
}

const finish = async (id: string) => {
  await db.payment.updateMany({ where: { id, dueAt: { not: null } }, data: { dueAt: new Date(0) } });
  await tendDuePayments();
  return tellReturned();
};

/** What the guest checkout does for a guest who asks for it. */
async function erase({ session }: Awaited<ReturnType<typeof atTheTill>>): Promise<void> {
  await inTransaction(asShop, (inside) => eraseOrders(inside, { userId: session.userId }));
}

test.each([
  ["deleted the cart", removeCart],
  ["had their data erased", erase],
])(
  "a buyer who has %s still gets the mail about the refund, and the address is erased in the end",
  async (_what, remove) => {
    const { shopper, id } = await payTooMuch();
    await remove(shopper);
    await finish(id);
    expect(mailsTo(shopper.email)).toEqual([]);
    gateway.endRefunds(id, "done");
    for (const _ of [1, 2]) await finish(id);
    const mails = mailsTo(shopper.email);
    expect(mails.map(({ parsed }) => parsed.subject)).toEqual([expect.stringContaining("was returned")]);
    const kept = await db.payment.findUniqueOrThrow({ where: { id } });
    expect(kept).toMatchObject({ cartId: null, orderId: null, state: "refunded", toldAt: expect.any(Date) });
    await db.payment.update({ where: { id }, data: { updatedAt: new Date(0) } });
    await forgetBuyers();
    expect((await db.payment.findUniqueOrThrow({ where: { id } })).buyer).toBeNull();
  },
);

test("buyers who cannot be reached hold up nobody", async () => {
  const { shopper, id } = await payTooMuch();
  gateway.endRefunds(id, "done");
  await db.payment.updateMany({ where: { id, dueAt: { not: null } }, data: { dueAt: new Date(0) } });
  await tendDuePayments();
  // Nobody can write to a buyer without an address. These have the first ids, and have waited longest.
  await db.$executeRaw`
    insert into payment select (jsonb_populate_record(p, jsonb_build_object(
        'id', '00000000-0000-7000-8000-' || lpad(n::text, 12, '0'), 'reference', null, 'cart_id', null,
        'buyer', '{}'::jsonb, 'updated_at', '2026-01-01'))).*
      from payment p, generate_series(1, 101) n where p.id = ${id}::uuid`;
  await tellReturned();
  expect(mailsTo(shopper.email)).toHaveLength(1);
  await db.payment.deleteMany({ where: { id: { lt: "00000000-0000-7000-8001-000000000000" } } });
});

test("a buyer whose address the mail server refuses is not written to again, and an operator sees the payment", async () => {
  const { shopper, id } = await payTooMuch();
  gateway.endRefunds(id, "done");
  plan.push("unknown-recipient");
  for (const _ of [1, 2, 3]) await finish(id);
  expect(mailsTo(shopper.email)).toEqual([]);
  const listed = async () => (await paymentsInTrouble(asShop)).troubled.find((payment) => payment.id === id);
  expect(await listed()).toBeUndefined();
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await db.payment.update({ where: { id }, data: { updatedAt: daysAgo(1) } });
  expect(await listed()).toMatchObject({ troubles: ["buyer_untold"] });
  await db.payment.update({ where: { id }, data: { updatedAt: daysAgo(61) } });
  expect(await listed()).toBeUndefined();
});

test("a buyer who got a mail about a refund gets another if the bank returns it", async () => {
  const { shopper, id } = await payTooMuch();
  gateway.endRefunds(id, "done");
  await finish(id);
  gateway.endRefunds(id, "failed");
  await sendNotice();
  for (const _ of [1, 2]) await finish(id);
  expect(mailsTo(shopper.email).map(({ parsed }) => parsed.subject)).toEqual([
    expect.stringContaining("was returned"),
    expect.stringContaining("came back to us"),
  ]);
  expect(await db.payment.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "captured",
    refunded: 0n,
  });
});

test("a refund that failed before the mail was sent is not reported as returned", async () => {
  const { shopper, id } = await payTooMuch();
  gateway.endRefunds(id, "failed");
  await sendNotice();
  await finish(id);
  expect(mailsTo(shopper.email)).toEqual([]);
});
