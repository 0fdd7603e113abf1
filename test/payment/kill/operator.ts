import * as z from "zod";
import { developmentClient } from "#prisma/seed/api-client.ts";
import { askUntilAnswered } from "./client.ts";
import type { Shopper } from "./shopper.ts";
import type { Surroundings } from "./surroundings.ts";

const token = z.object({ access_token: z.string() });
const order = z.object({
  id: z.string(),
  version: z.int(),
  shipmentState: z.string().optional(),
  lineItems: z.array(z.object({ id: z.string(), quantity: z.int() })),
});
const refused = 400;

/** Hands an order over to a carrier, by the commercetools API, unless it has been or cannot be any more. */
export async function shipOrder(
  { shopUrl, trap }: Surroundings,
  shopper: Shopper,
  number: string,
): Promise<void> {
  const base = `${shopUrl}/commercetools`;
  const { id, secret } = developmentClient;
  const granted = await askUntilAnswered("POST", `${base}/oauth/token`, {
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
    form: { grant_type: "client_credentials", scope: "manage_orders:demo" },
  });
  const headers = { authorization: `Bearer ${token.parse(granted.body).access_token}` };
  for (;;) {
    const found = await askUntilAnswered("GET", `${base}/demo/orders/order-number=${number}`, { headers });
    const { id, version, shipmentState, lineItems } = order.parse(found.body);
    if (shipmentState === "Shipped") return;
    const items = lineItems.map(({ id, quantity }) => ({ id, quantity }));
    const parcels = [{ trackingData: { carrier: "UPS", trackingId: "1Z999" } }];
    const answer = askUntilAnswered("POST", `${base}/demo/orders/${id}`, {
      headers,
      json: { version, actions: [{ action: "addDelivery", items, parcels }] },
    });
    await trap.reach("shipped");
    const { status } = await answer;
    shopper.note(`was sent: ${status}`);
    // 409: the order was changed meanwhile, maybe by the same request, whose answer was lost.
    if (status < 300 || status === refused) return;
  }
}
