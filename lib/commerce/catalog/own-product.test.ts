import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { homeMarket } from "#lib/commerce/home-market.ts";
import { asNobody } from "#lib/platform/context.ts";
import { pool } from "#lib/platform/database/db.ts";
import { getProduct } from "./index.ts";

test("the rows that docs/adopt.md writes are a product that can be bought", async () => {
  const sql = /```sql\n([^`]*)```/.exec(readFileSync("docs/adopt.md", "utf8"))?.[1] ?? "";
  await pool.query(sql);
  const product = await getProduct(asNobody, { ...homeMarket, slug: "floor-lamp" });
  expect(product).toMatchObject({
    name: "Floor Lamp",
    variants: [{ sku: "LAMP-1", price: 4900, currency: "USD", available: 12 }],
  });
});
