import { growOrders } from "../grow-orders.ts";
import { send } from "../http-client.ts";
import { programToken } from "../program-token.ts";
import type { Line, Row } from "../row.ts";
import { type Read, readAll } from "../timed-reads.ts";

const orders = 200_000;

/** Lists of orders among 200,000, beside the same among the demo's few. */
export const orderLists: Row = {
  title: "order lists",
  async run(bench) {
    const shopper = { authorization: `Bearer ${await customerToken(bench.shopUrl)}` };
    const program = { authorization: `Bearer ${await programToken(bench.shopUrl)}` };
    const where = (text: string) => encodeURIComponent(text);
    const all = (query: string): Read => ({ path: `/commercetools/demo/orders?${query}`, headers: program });
    const reads: Record<string, Read> = {
      "a shopper's orders": { path: "/store/orders?limit=20", headers: shopper },
      "commercetools: all orders": all("limit=20"),
      "commercetools: the latest orders": all(`limit=20&sort=${where("createdAt desc")}`),
      "commercetools: an order by its number": all(`where=${where('orderNumber="SC-GROWN-77"')}`),
      "commercetools: orders of an address": all(`where=${where('customerEmail="guest77@example.com"')}`),
    };
    const few = await readAll(bench, reads);
    await growOrders(bench.databaseUrl, bench.quick ? orders / 10 : orders);
    const many = await readAll(bench, reads);
    return Object.keys(reads).map(
      (name): Line => ({
        what: `${name}, 200,000 orders, in PostgreSQL`,
        unit: "ms",
        ours: many[name] ?? Number.NaN,
        beside: { what: "the orders of this run", value: few[name] ?? Number.NaN },
        goal: "flat",
      }),
    );
  },
};

async function customerToken(shop: string): Promise<string> {
  const body = { email: "reader@example.com", password: "a long word for reading", name: "Rea Reader" };
  const { body: answer } = await send(`${shop}/auth/sign-up/email`, "POST", 200, {}, body);
  return (answer as { token: string }).token;
}
