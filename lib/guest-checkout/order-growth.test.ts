import { beforeAll, expect, test } from "vitest";
import { growOrders } from "#bench/grow-orders.ts";
import { mintTokens } from "#bench/lookup-tokens.ts";
import { effortOf } from "#bench/scans.ts";
import { asNobody, type Context } from "#lib/platform/context.ts";
import { db, pool } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { seedCatalogue } from "#prisma/seed/catalogue/catalogue.ts";
import { lookupOrder } from "./lookup-order.ts";
import { trackOrder } from "./track-order.ts";

const orders = 20_000;
const grown = ["order", "order_line", "order_event", "payment", "lookup_token", "user", "cart"];
const mostRows = 20;

let token = "";

beforeAll(async () => {
  await db.$transaction((tx) => seedCatalogue(tx));
  await growOrders(env.DATABASE_URL, orders);
  [token = ""] = await mintTokens(pool, 1);
}, 240_000);

test.each<[string, (ctx: Context) => Promise<unknown>]>([
  ["a mailed link", (ctx) => trackOrder(ctx, { token })],
  [
    "the look-up form",
    async (ctx) => {
      const order = await lookupOrder(ctx, { email: "guest77@example.com", orderNumber: "x" }).catch(
        () => null,
      );
      expect(order).toBeNull();
    },
  ],
])(`among ${orders} orders, %s scans none of their tables`, async (_name, read) => {
  const { scanned, rows } = await effortOf(grown, asNobody, read);
  expect(scanned).toEqual([]);
  expect(rows).toBeLessThanOrEqual(mostRows);
});
