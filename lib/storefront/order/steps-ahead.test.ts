import { expect, test } from "vitest";
import { stepsAhead } from "./steps-ahead.ts";

const paid = { status: "confirmed", paymentStatus: "paid", fulfillmentStatus: "unfulfilled" } as const;

test.each([
  ["unpaid", { ...paid, status: "pending", paymentStatus: "pending" }, ["payment", "sending", "arrival"]],
  ["paid, not yet confirmed", { ...paid, status: "pending" }, ["sending", "arrival"]],
  ["confirmed", paid, ["sending", "arrival"]],
  ["sent in part", { ...paid, fulfillmentStatus: "partially_fulfilled" }, ["rest", "arrival"]],
  ["sent", { ...paid, status: "fulfilled", fulfillmentStatus: "fulfilled" }, ["arrival"]],
  ["delivered", { ...paid, status: "delivered", fulfillmentStatus: "delivered" }, []],
  ["cancelled", { ...paid, status: "cancelled" }, []],
] as const)("what is still to happen to an order that is %s", (_state, order, ahead) => {
  expect(stepsAhead(order)).toEqual(ahead);
});
