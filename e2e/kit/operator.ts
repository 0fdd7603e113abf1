import { type APIRequestContext, expect } from "@playwright/test";
import * as z from "zod";

const token = z.object({ access_token: z.string() });
const order = z.object({
  id: z.string(),
  version: z.int(),
  orderState: z.string(),
  shipmentState: z.string().optional(),
  paymentState: z.string().optional(),
  lineItems: z.array(z.object({ id: z.string(), quantity: z.int() })),
});
type OperatorsOrder = z.infer<typeof order>;

/** The shop's staff, using its commercetools API. */
export type Operator = {
  order(number: string): Promise<OperatorsOrder>;
  /** Ships a whole order. */
  ship(number: string, parcel: { carrier: string; trackingId: string }): Promise<OperatorsOrder>;
  /** Records the payment. */
  markPaid(number: string): Promise<OperatorsOrder>;
};

/** @param client the API client, as "client:secret@project" */
export function operatorOf(request: APIRequestContext, shop: string, client: string): Operator {
  const [, credentials = "", project = ""] = /^(.+)@([^@]+)$/.exec(client) ?? [];
  const base = `${shop}/commercetools`;
  const authorized = async () => {
    const response = await request.post(`${base}/oauth/token`, {
      headers: { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` },
      form: { grant_type: "client_credentials", scope: `manage_orders:${project}` },
    });
    expect(response.ok(), `The operator's client is refused: ${response.status()}`).toBe(true);
    return { authorization: `Bearer ${token.parse(await response.json()).access_token}` };
  };
  const read = async (number: string) => {
    const address = `${base}/${project}/orders/order-number=${encodeURIComponent(number)}`;
    const response = await request.get(address, { headers: await authorized() });
    expect(response.ok(), `order ${number}: ${response.status()}`).toBe(true);
    return order.parse(await response.json());
  };
  const update = async (number: string, actionOn: (order: OperatorsOrder) => unknown) => {
    const found = await read(number);
    const response = await request.post(`${base}/${project}/orders/${found.id}`, {
      headers: await authorized(),
      data: { version: found.version, actions: [actionOn(found)] },
    });
    expect(response.ok(), `order ${number}: ${response.status()} ${await response.text()}`).toBe(true);
    return order.parse(await response.json());
  };
  return {
    order: read,
    ship: (number, trackingData) =>
      update(number, ({ lineItems }) => ({
        action: "addDelivery",
        items: lineItems.map(({ id, quantity }) => ({ id, quantity })),
        parcels: [{ trackingData }],
      })),
    markPaid: (number) => update(number, () => ({ action: "changePaymentState", paymentState: "Paid" })),
  };
}
