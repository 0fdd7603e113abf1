import { expect, test } from "vitest";
import { messagesIn } from "#lib/platform/i18n/messages.ts";
import { eventWord, statusLeadWord, statusWord } from "./order-words.ts";

const statuses = ["pending", "confirmed", "fulfilled", "delivered", "cancelled"] as const;
const payments = ["pending", "authorized", "paid", "declined", "voided", "refunded"] as const;
const balance = { paid: 0, refunded: 0, refunding: 0, due: 0 };
const stages = ["unfulfilled", "partially_fulfilled", "fulfilled", "delivered"] as const;

test("there is a message for every state of an order", () => {
  const { status: titles, statusLead: leads } = messagesIn("en").shop.order;
  for (const status of statuses)
    for (const paymentStatus of payments)
      for (const fulfillmentStatus of stages) {
        const order = { status, paymentStatus, fulfillmentStatus };
        expect(titles).toHaveProperty(statusWord(order));
        expect(leads).toHaveProperty(statusLeadWord({ ...order, balance, events: [] }));
      }
});

test("a paid order does not await payment, and a partially shipped one says so", () => {
  const order = { status: "pending", paymentStatus: "pending", fulfillmentStatus: "unfulfilled" } as const;
  expect(statusWord(order)).toBe("pending");
  expect(statusWord({ ...order, paymentStatus: "paid" })).toBe("received");
  expect(statusWord({ ...order, status: "confirmed", fulfillmentStatus: "partially_fulfilled" })).toBe(
    "partly",
  );
  expect(statusWord({ ...order, status: "cancelled", fulfillmentStatus: "partially_fulfilled" })).toBe(
    "cancelled",
  );
});

test("a cancelled order shows the state of its money", () => {
  const order = { status: "cancelled", fulfillmentStatus: "unfulfilled", balance } as const;
  expect(statusLeadWord({ ...order, events: [], paymentStatus: "voided" })).toBe("cancelled");
  expect(statusLeadWord({ ...order, events: [], paymentStatus: "paid" })).toBe("cancelledPaid");
  expect(statusLeadWord({ ...order, events: [], paymentStatus: "refunded" })).toBe("cancelledRefunded");
});

test("an order that was cancelled because its payment never arrived says so, unless money was returned", () => {
  const events = [{ type: "order.expired", at: "2026-11-29T10:00:00.000Z", amount: null }];
  const order = { status: "cancelled", fulfillmentStatus: "unfulfilled", balance, events } as const;
  expect(messagesIn("en").shop.order.statusLead).toHaveProperty("cancelledUnpaid");
  expect(statusLeadWord({ ...order, paymentStatus: "voided" })).toBe("cancelledUnpaid");
  expect(statusLeadWord({ ...order, paymentStatus: "refunded" })).toBe("cancelledRefunded");
});

test("a cancelled order whose refund came back says so, until the money is on its way again", () => {
  const events = [{ type: "order.refund_failed", at: "2026-11-29T10:00:00.000Z", amount: 1000 }];
  const order = {
    status: "cancelled",
    fulfillmentStatus: "unfulfilled",
    paymentStatus: "paid",
    balance: { ...balance, paid: 1000 },
  } as const;
  expect(messagesIn("en").shop.order.statusLead).toHaveProperty(statusLeadWord({ ...order, events }));
  expect(statusLeadWord({ ...order, events })).toBe("cancelledUnreturned");
  expect(statusLeadWord({ ...order, events, balance: { ...order.balance, refunding: 1000 } })).toBe(
    "cancelledPaid",
  );
});

test("of several parcels each says whether it was a part or the rest", () => {
  const sent = (minute: number) => ({
    type: "order.shipped",
    at: `2026-11-30T10:0${minute}:00Z`,
    amount: null,
  });
  const [first, second, third] = [sent(1), sent(2), sent(3)];
  const order = {
    status: "confirmed",
    paymentStatus: "paid",
    fulfillmentStatus: "partially_fulfilled",
  } as const;
  const whole = { ...order, status: "fulfilled", fulfillmentStatus: "fulfilled" } as const;
  const words = (known: typeof order | typeof whole, events: ReturnType<typeof sent>[]) =>
    events.map((event) => eventWord({ ...known, events }, event));
  expect(words(order, [first])).toEqual(["order.shipped_part"]);
  expect(words(order, [first, second])).toEqual(["order.shipped_part", "order.shipped_part"]);
  expect(words(whole, [first])).toEqual(["order.shipped"]);
  expect(words(whole, [first, second, third])).toEqual([
    "order.shipped_part",
    "order.shipped_part",
    "order.shipped_rest",
  ]);
});
