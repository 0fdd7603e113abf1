import { expect, test } from "vitest";
import type { Outcome, OwnOrder } from "./outcome.ts";
import { brokenPromises } from "./promises.ts";
import type { Expected } from "./shopper.ts";

const order: OwnOrder = {
  id: "o1",
  orderNumber: "SC-1",
  status: "confirmed",
  paymentStatus: "paid",
  fulfillmentStatus: "unfulfilled",
  totals: { total: 2000 },
  payment: { provider: "stripe" },
  balance: { paid: 2000, refunded: 0, due: 0 },
  shipments: [],
  events: [{ type: "order.placed" }],
};
const attempt = { id: "a1", state: "captured", isDue: false, goesBack: false };
const payment = { id: "pi_1", status: "succeeded", amount_received: 2000, amount_capturable: 0 };
const mail = (id: string) =>
  ({ parsed: { messageId: `<${id}.v1@shop>` }, at: 0 }) as Outcome["mails"][number];

const paid: Outcome = {
  orders: [order],
  carts: [{ status: "ordered", isPaying: false, attempts: [attempt] }],
  pages: [{ client_reference_id: "a1", status: "complete", payment_intent: "pi_1" }],
  payments: [payment],
  held: 2000,
  mails: [mail("order.o1.confirmation")],
};
const unpaid: Outcome = { orders: [], carts: [], pages: [], payments: [], held: 0, mails: [] };

function judged(outcome: Outcome, expected: Expected = "an order or none", unrecorded: string[] = []) {
  const seen = new Map(outcome.orders.length > 0 || expected !== "an order" ? [] : [[order.id, order]]);
  return brokenPromises({ expected, seen }, outcome, unrecorded);
}

test("a paid order and a cart that nobody paid for keep all promises", () => {
  expect(judged(paid, "an order")).toEqual([]);
  expect(judged(unpaid, "no order")).toEqual([]);
});

const cancelled: Outcome = {
  ...paid,
  orders: [{ ...order, status: "cancelled", balance: { paid: 2000, refunded: 2000, due: 0 } }],
  held: 0,
  mails: [mail("order.o1.cancelled")],
};

test("a cancelled order is mailed about, whether or not its confirmation was sent before", () => {
  expect(judged(cancelled)).toEqual([]);
  expect(judged({ ...cancelled, mails: [...paid.mails, ...cancelled.mails] })).toEqual([]);
  expect(judged({ ...cancelled, mails: paid.mails })).toEqual(["no mail order.o1.cancelled."]);
});

test.each<[string, Outcome, string]>([
  ["two orders", { ...paid, orders: [order, { ...order, id: "o2" }] }, "2 orders"],
  [
    "money that the order does not know",
    { ...paid, held: 4000 },
    "the order says 2000 - 0, Stripe holds 4000",
  ],
  [
    "an order that nobody paid for",
    { ...paid, held: 0, orders: [{ ...order, balance: { paid: 0, refunded: 0, due: 2000 } }] },
    "an order of 2000, paid 0",
  ],
  ["a cancelled order", { ...paid, orders: [{ ...order, status: "cancelled" }] }, "Stripe still holds 2000"],
  ["money without an order", { ...unpaid, held: 2000 }, "2000 without an order"],
  [
    "an authorization without an order",
    { ...unpaid, payments: [{ ...payment, status: "requires_capture", amount_received: 0 }] },
    "an authorization without an order",
  ],
  [
    "a page that can still be paid",
    { ...unpaid, pages: [{ client_reference_id: "a1", status: "open", payment_intent: null }] },
    "can still be paid",
  ],
  [
    "an attempt that is still open",
    {
      ...unpaid,
      carts: [{ status: "active", isPaying: true, attempts: [{ ...attempt, state: "redirected" }] }],
    },
    "still redirected",
  ],
  ["no mail", { ...paid, mails: [] }, "no mail order.o1.confirmation."],
  [
    "the same mail twice",
    { ...paid, mails: [...paid.mails, ...paid.mails] },
    "2 mails order.o1.confirmation.",
  ],
  ["a mail too many", { ...paid, mails: [...paid.mails, mail("order.o1.shipped")] }, "that nobody wanted"],
])("%s: broken", (_what, outcome, fault) => {
  expect(judged(outcome).join("; ")).toContain(fault);
});

test("an order that was shown and is gone is lost", () => {
  expect(judged(unpaid, "an order")).toEqual([
    "no order, although it was bought",
    "the order SC-1 that was shown is lost",
  ]);
});

test("a mail that a killed worker did not record may arrive twice", () => {
  const twice = { ...paid, mails: [...paid.mails, ...paid.mails] };
  expect(judged(twice, "an order", ["order.o1.confirmation"])).toEqual([]);
});
