import { expect, test } from "vitest";
import { addShipment, changePayment, moveOrder, tendPayment } from "#lib/commerce/order/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { pool } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { startOperating } from "#test/payment/operator.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";

const { gateway, run, buy } = startOperating();

test("an order is shown with its payment, and refunded in part and then whole", async () => {
  const { number, total } = await buy();
  const seen = await run("show", number);
  expect(seen).toContain(`Order ${number}  $${total}  confirmed, paid, unfulfilled`);
  expect(seen).toContain(`captured: requested $${total}, captured $${total}, refunded $0.00`);
  expect(await run("refund", number, "10.5")).toMatch(/refund \$10\.50 {2}done/);
  const rest = (Number(total) - 10.5).toFixed(2);
  expect(await run("refund", number)).toContain(`refund $${rest}  done`);
  await expect(run("refund", number)).rejects.toMatchObject({
    message: "Nothing is left to refund.",
    remedy: `See: npm run payments -- show ${number}`,
  });
});

test("an authorization is captured or released, an order cancelled, and money without a provider recorded", async () => {
  env.CAPTURE = "on-shipping";
  const [taken, given, called] = [await buy(), await buy(), await buy()];
  env.CAPTURE = "on-placement";
  expect(await run("capture", taken.number)).toContain(", paid, ");
  expect(await run("release", given.number)).toContain(", voided, ");
  expect(await run("cancel", called.number)).toContain("cancelled, ");
  const transfer = await buy({ paymentProvider: "bank-transfer", paymentMethod: undefined });
  expect(await run("capture", transfer.number)).toContain(`paid $${transfer.total}`);
});

test("an order whose authorization lapsed before it was shipped is listed until it is cancelled, one that was given up is not", async () => {
  env.CAPTURE = "on-shipping";
  const [kept, shipped, given] = [await buy(), await buy(), await buy()];
  env.CAPTURE = "on-placement";
  await run("release", given.number);
  const voided = await buy({ paymentProvider: "bank-transfer", paymentMethod: undefined });
  await moveOrder(asShop, { id: voided.id }, [changePayment("voided")]);
  for (const { paymentId } of [kept, shipped]) {
    const session = gateway.sessions().find(({ attemptId }) => attemptId === paymentId);
    if (session) session.state = "released";
  }
  await run("capture", kept.number);
  await moveOrder(asShop, { id: shipped.id }, [addShipment({ lines: [], tracking: null })]);
  await tendPayment(shipped.paymentId);
  const listed = await run();
  for (const { number } of [kept, shipped]) expect(listed).toContain(`Order ${number}\n`);
  expect(listed).toContain("! The authorization lapsed, so nothing was paid.");
  for (const { number } of [given, voided]) expect(listed).not.toContain(number);
  await run("cancel", kept.number);
  expect(await run()).not.toContain(kept.number);
});

test("the money of a cancelled order that came without a provider is listed until its return is recorded", async () => {
  const { number, total } = await buy({ paymentProvider: "bank-transfer", paymentMethod: undefined });
  await run("capture", number);
  expect(await run()).not.toContain(number);
  await run("cancel", number);
  expect(await run()).toContain(`! The order was cancelled. Return $${total} to the buyer, and record that`);
  await run("refund", number);
  expect(await run()).not.toContain(number);
});

test("money that comes without a provider after the cancellation is listed until all of it is recorded as returned", async () => {
  const { number, total } = await buy({ paymentProvider: "bank-transfer", paymentMethod: undefined });
  await run("cancel", number);
  expect(await run("capture", number)).toContain(`captured $${total}, refunded $0.00`);
  expect(await run()).toContain(`! The order was cancelled. Return $${total} to the buyer, and record that`);
  expect(await run("refund", number, "1.00")).toContain(`captured $${total}, refunded $1.00`);
  const rest = (Number(total) - 1).toFixed(2);
  expect(await run()).toContain(`! The order was cancelled. Return $${rest} to the buyer, and record that`);
  await run("refund", number);
  expect(await run()).not.toContain(number);
});

test("a refund that came back, and an open dispute, are listed with what to do", async () => {
  const { id, number, paymentId, total } = await buy();
  gateway.refundSlowly(paymentId);
  await refundPaymentOf(id);
  expect(await run()).not.toContain(number);
  gateway.endRefunds(paymentId, "failed");
  // The worker learns of it.
  await refundPaymentOf(id).catch(() => undefined);
  await tendPayment(paymentId);
  const listed = await run();
  expect(listed).toContain(`Order ${number}`);
  expect(listed).toContain(`! The bank sent back a refund of $${total}.`);
});

/** Makes payments of an order whose refund came back: later than the others, and refunded since or not. */
async function makeFailedRefunds(orderId: string, count: number, isSettled: boolean): Promise<void> {
  await pool.query(
    `with copy as (
       insert into payment (id, cart_id, order_id, provider, method, state, amount, captured, refunded, currency, reference, updated_at)
       select gen_random_uuid(), cart_id, order_id, provider, method, 'captured', amount, amount, case when $3 then amount else 0 end,
         currency, gen_random_uuid(), now() + interval '1 h'
       from payment, generate_series(1, $2) where order_id = $1 returning id, amount
     )
     insert into refund (id, payment_id, amount, state, created_at)
     select gen_random_uuid(), id, amount, 'failed', now() from copy`,
    [orderId, count, isSettled],
  );
}

test("hundreds of refunds that were settled hide none that is not, and a list that is cut off says so", async () => {
  const [old, busy] = [await buy(), await buy()];
  await makeFailedRefunds(busy.id, 250, true);
  await pool.query(
    "insert into refund (id, payment_id, amount, state, created_at) values (gen_random_uuid(), $1, 100, 'failed', now())",
    [old.paymentId],
  );
  const listed = await run();
  expect(listed).toContain(`Order ${old.number}\n`);
  expect(listed).not.toContain(busy.number);
  expect(listed).not.toContain("More payments");
  await makeFailedRefunds(old.id, 200, false);
  expect(await run()).toContain("\nMore payments need attention: these are the 200 that changed last.\n");
});

test.each([
  [["show"], "Which command, for which order?"],
  [["capture", "SC-NOPE", "5.00"], 'What is "5.00" for?'],
  [["cancel", "SC-NOPE", "SC-NOPE"], 'What is "SC-NOPE" for?'],
  [["refund", "SC-NOPE", "5", "USD"], 'What is "USD" for?'],
  [["unknown", "SC-1"], "Which command, for which order?"],
  [["constructor", "SC-1"], "Which command, for which order?"],
  [["__proto__", "SC-1"], "Which command, for which order?"],
  [["show", "SC-NOPE"], "There is no order SC-NOPE."],
  [["cancel", "SC-NOPE"], "There is no order SC-NOPE."],
  [["show", crypto.randomUUID()], "There is no payment"],
])("%j is a problem with a remedy", async (args, message) => {
  await expect(run(...args)).rejects.toMatchObject({
    name: "Problem",
    message: expect.stringContaining(message),
    remedy: expect.stringMatching(/\w/),
  });
});

test.each(["", "ten", "1.234", "-1", "1,5", "1e9", "0", "0.00"])("%j is no amount", async (amount) => {
  const { number } = await buy();
  await expect(run("refund", number, amount)).rejects.toMatchObject({
    message: `${amount} is not an amount in USD.`,
  });
});
