import { expect, test } from "vitest";
import { recordMoney } from "#lib/commerce/order/payment/record-money.ts";
import { findAttempt } from "#lib/commerce/payment/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { pool } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { startOperating } from "#test/payment/operator.ts";

const { gateway, run, buy } = startOperating();

test("an order whose authorization lapsed is paid another way, and stays so whatever the provider reports again", async () => {
  env.CAPTURE = "on-shipping";
  const [lapsed, live] = [await buy(), await buy()];
  env.CAPTURE = "on-placement";
  const session = gateway.sessions().find(({ attemptId }) => attemptId === lapsed.paymentId);
  if (session) session.state = "released";
  await run("capture", lapsed.number);
  const { total, number } = lapsed;
  expect(await run()).toContain("Ask the buyer to pay another way and record that with received, or cancel");
  const seen = await run("received", number);
  expect(seen).toContain(
    `Order ${number}  $${total}  confirmed, paid, unfulfilled\n  paid $${total}, refunded $0.00`,
  );
  expect(seen).toMatch(/bank-transfer, bank_transfer\n {2}captured: /);
  expect(await run()).not.toContain(number);
  const attempt = await findAttempt(asShop, { id: lapsed.paymentId });
  if (!attempt) throw new Error("No attempt");
  await recordMoney(attempt, await gateway.provider.look(attempt));
  expect(await run("show", number)).toContain("confirmed, paid, unfulfilled");
  expect(await run("received", number)).toBe(await run("show", number));
  const { rows } = await pool.query("select id from payment where order_id = $1 and reference is null", [
    lapsed.id,
  ]);
  expect(await run("refund", rows[0].id)).toContain("confirmed, refunded, unfulfilled");
  await expect(run("received", live.number)).rejects.toMatchObject({
    message:
      "The payment of this order is made with Gateway. Capture, refund or cancel that payment instead.",
  });
});
