import * as z from "zod";
import { developmentClient } from "#prisma/seed/api-client.ts";
import { type Answer, askUntilAnswered } from "./client.ts";
import type { Moment } from "./kill-switch.ts";
import type { OpenPage, Shopper } from "./shopper.ts";
import type { System } from "./system.ts";

const token = z.object({ access_token: z.string() });
const order = z.object({
  id: z.string(),
  version: z.int(),
  shipmentState: z.string().optional(),
  lineItems: z.array(z.object({ id: z.string(), quantity: z.int() })),
});
const payment = z.object({
  version: z.int(),
  transactions: z.array(z.object({ type: z.string(), amount: z.object({ centAmount: z.int() }) })),
});
const isConflict = ({ status }: Answer) => status === 409;

/** Hands an order over to a carrier, unless it has been or cannot be any more. */
export async function shipOrder(system: System, shopper: Shopper, number: string): Promise<void> {
  for (;;) {
    const { body } = await ask(system, "GET", `/orders/order-number=${number}`);
    const { id, version, shipmentState, lineItems } = order.parse(body);
    if (shipmentState === "Shipped") return;
    const items = lineItems.map(({ id, quantity }) => ({ id, quantity }));
    const parcels = [{ trackingData: { carrier: "UPS", trackingId: "1Z999" } }];
    const actions = [{ action: "addDelivery", items, parcels }];
    const sent = await update(system, `/orders/${id}`, { version, actions }, "shipped");
    shopper.note(`was sent: ${sent.status}`);
    if (!isConflict(sent)) return;
  }
}

/** Refunds this amount of a payment, in minor units, unless it has been refunded or cannot be any more. */
export async function refundPart(
  system: System,
  shopper: Shopper,
  { attempt }: OpenPage,
  centAmount: number,
): Promise<void> {
  for (;;) {
    const { version, transactions } = payment.parse((await ask(system, "GET", `/payments/${attempt}`)).body);
    const isAsked = transactions.some(
      ({ type, amount }) => type === "Refund" && amount.centAmount === centAmount,
    );
    if (isAsked) return;
    const transaction = { type: "Refund", amount: { currencyCode: "USD", centAmount } };
    const actions = [{ action: "addTransaction", transaction }];
    const refunded = await update(system, `/payments/${attempt}`, { version, actions }, "refund asked");
    shopper.note(`refunded ${centAmount}: ${refunded.status}`);
    if (!isConflict(refunded)) return;
  }
}

/** 409: it was changed meanwhile, maybe by the same request, whose answer was lost. */
async function update(system: System, path: string, json: object, moment: Moment): Promise<Answer> {
  const answer = ask(system, "POST", path, json);
  await system.reached(moment);
  return answer;
}

/** A call of the commercetools API by the shop's staff. */
async function ask({ shopUrl }: System, method: string, path: string, json?: object): Promise<Answer> {
  const base = `${shopUrl}/commercetools`;
  const { id, secret } = developmentClient;
  const granted = await askUntilAnswered("POST", `${base}/oauth/token`, {
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
    form: { grant_type: "client_credentials", scope: "manage_orders:demo" },
  });
  const headers = { authorization: `Bearer ${token.parse(granted.body).access_token}` };
  return askUntilAnswered(method, `${base}/demo${path}`, { headers, ...(json && { json }) });
}
