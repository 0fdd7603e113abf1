import { expect, test } from "vitest";
import { messagesIn } from "#lib/platform/i18n/messages.ts";
import { statusLeadWord, statusWord } from "./order-words.ts";

const statuses = ["pending", "confirmed", "fulfilled", "delivered", "cancelled"] as const;
const payments = ["pending", "authorized", "paid", "declined", "voided", "refunded"] as const;
const stages = ["unfulfilled", "partially_fulfilled", "fulfilled", "delivered"] as const;

test("there is a message for every state of an order", () => {
  const { status: titles, statusLead: leads } = messagesIn("en").shop.order;
  for (const status of statuses)
    for (const paymentStatus of payments)
      for (const fulfillmentStatus of stages) {
        const order = { status, paymentStatus, fulfillmentStatus };
        expect(titles).toHaveProperty(statusWord(order));
        expect(leads).toHaveProperty(statusLeadWord(order));
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
  const order = { status: "cancelled", fulfillmentStatus: "unfulfilled" } as const;
  expect(statusLeadWord({ ...order, paymentStatus: "voided" })).toBe("cancelled");
  expect(statusLeadWord({ ...order, paymentStatus: "paid" })).toBe("cancelledPaid");
  expect(statusLeadWord({ ...order, paymentStatus: "refunded" })).toBe("cancelledRefunded");
});
