import { expect, test } from "vitest";
import { asShop } from "#lib/platform/context.ts";
import { atTheTill, pay } from "#test/payment/checkout.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";
import { changePayment, getOrder, moveOrder, type PaymentStatus } from "../index.ts";

async function buyByTransfer() {
  const placed = await pay(await atTheTill(), { paymentProvider: "bank-transfer", paymentMethod: undefined });
  if (placed.attempt) throw new Error("It leads elsewhere");
  const { id, totals } = placed.order;
  const says = (status: PaymentStatus) => moveOrder(asShop, { id }, [changePayment(status)]);
  return { id, total: totals.total, says };
}

const nothing = { paid: 0, refunded: 0, refunding: 0 };

test("a payment status that the merchant sets records the money, in any order", async () => {
  const { total, says } = await buyByTransfer();
  const words: [PaymentStatus, object][] = [
    ["paid", { paid: total, refunded: 0, refunding: 0, due: 0 }],
    ["refunded", { paid: total, refunded: total, refunding: 0, due: 0 }],
    ["paid", { paid: total, refunded: 0, refunding: 0, due: 0 }],
    ["pending", { ...nothing, due: total }],
    ["authorized", { ...nothing, due: total }],
    ["declined", { ...nothing, due: total }],
    ["refunded", { paid: total, refunded: total, refunding: 0, due: 0 }],
  ];
  for (const [status, balance] of words)
    expect(await says(status), status).toMatchObject({ paymentStatus: status, balance });
});

test("after a partial refund the merchant's status refunds the rest, and the history names the amount", async () => {
  const { id, total, says } = await buyByTransfer();
  await says("paid");
  await refundPaymentOf(id, 500);
  const refunded = await says("refunded");
  expect(refunded.balance).toEqual({ paid: total, refunded: total, refunding: 0, due: 0 });
  expect(refunded.events.slice(-2)).toMatchObject([
    { type: "order.refunded", amount: 500 },
    { type: "order.refunded", amount: total - 500 },
  ]);
  await expect(refundPaymentOf(id)).rejects.toMatchObject({
    code: "bad_request",
    message: "Nothing is left to refund.",
  });
  expect(await getOrder(asShop, { id })).toEqual(refunded);
});
