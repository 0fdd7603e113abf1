import { atTheTill, pay } from "#test/payment/checkout.ts";
import { type Reply, send } from "./call.ts";

/** Amounts in dollars, as sent and as received. */
export const usd = (centAmount: number) => ({ currencyCode: "USD", centAmount });
export const wireUsd = (centAmount: number) => ({
  type: "centPrecision",
  ...usd(centAmount),
  fractionDigits: 2,
});

/** An order with its payment on the wire, paid with the test gateway at once by default. `token` reads it. */
export async function buy(token: string, how: Parameters<typeof pay>[1] = {}) {
  const placed = await pay(await atTheTill(), { paymentMethod: "direct", ...how });
  if (placed.attempt) throw new Error("It leads elsewhere");
  const { id, totals } = placed.order;
  const order = (await send("GET", `/orders/${id}?expand=paymentInfo.payments[*]`, { token })).body;
  const [{ obj: payment }] = order.paymentInfo.payments;
  return { id, total: totals.total, order, payment: payment as Reply["body"] };
}
