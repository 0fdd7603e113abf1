import { beforeAll, describe, expect, test } from "vitest";
import { listOrders, loadOrder } from "#lib/commerce/order/index.ts";
import { searchOrders } from "#lib/commerce/order/search-orders.ts";
import { orderQueryFields, parseListQuery } from "#lib/dialects/commercetools/query/index.ts";
import { asNobody, type Context } from "#lib/platform/context.ts";
import { db, Prisma, pool } from "#lib/platform/database/db.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { seedCatalogue } from "#prisma/seed/catalogue/catalogue.ts";
import { growOrders } from "./grow-orders.ts";
import { effortOf } from "./scans.ts";

// A tenth of what `npm run bench` grows to: enough for the planner to see that scanning them is a mistake.
const orders = 20_000;
const grown = ["order", "order_line", "order_event", "payment", "user", "cart"];
const program = { actor: { type: "api-client", clientId: "merchant", scopes: ["manage_orders"] } } as const;

let shopper = { userId: "", anonymousId: "" };

beforeAll(async () => {
  await db.$transaction((tx) => seedCatalogue(tx));
  await growOrders(pool, orders);
  const { userId } = await db.order.findFirstOrThrow({ where: { orderNumber: "SC-GROWN-77" } });
  shopper = { userId, anonymousId: userId };
}, 240_000);

const query = (words: Record<string, string>) => (ctx: Context) =>
  searchOrders(
    { ...ctx, ...program },
    listingOf(orderQueryFields, parseListQuery(new URLSearchParams({ limit: "20", ...words }))),
  );

// The last three of those that growOrders writes, a minute apart.
const changedOfLate = `lastModifiedAt > "${new Date(Date.now() - 3.5 * 60_000).toISOString()}"`;

/** Reads of orders, and how many rows of the growing tables each may read. */
const reads: [string, (ctx: Context) => Promise<unknown>, number][] = [
  [
    "a shopper's orders",
    (ctx) => listOrders({ ...ctx, actor: { type: "anonymous", ...shopper } }, { limit: 20, offset: 0 }),
    60,
  ],
  ["an order by its id", (ctx) => loadOrder(ctx, Prisma.sql`o.user_id = ${shopper.userId}::uuid`), 20],
  ["commercetools: a page", query({}), 1_500],
  ["commercetools: the latest", query({ sort: "createdAt desc" }), 1_500],
  ["commercetools: the last changed", query({ sort: "lastModifiedAt desc" }), 1_500],
  ["commercetools: changed of late", query({ where: changedOfLate }), 60],
  ["commercetools: changed of late, by number", query({ where: changedOfLate, sort: "orderNumber asc" }), 60],
  ["commercetools: by number", query({ where: 'orderNumber="SC-GROWN-77"' }), 40],
  ["commercetools: by address", query({ where: 'customerEmail="guest77@example.com"' }), 40],
];

describe(`with ${orders} orders, a read does not read them all`, () => {
  test.each(reads)("%s", async (_name, read, bound) => {
    // Counting up to 1,000 may start a scan, which ends there: what counts is how many rows are read.
    const { rows } = await effortOf(grown, asNobody, read);
    expect(rows).toBeLessThanOrEqual(bound);
  });
});
