import { beforeAll, describe, expect, test } from "vitest";
import {
  findProducts,
  getProduct,
  listCategories,
  listProducts,
  productFilter,
} from "#lib/commerce/catalog/index.ts";
import { searchProjections } from "#lib/dialects/commercetools/products/search.ts";
import { oneQuery, pageQuery } from "#lib/dialects/commercetools/products/view.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { db, pool, type Transaction } from "#lib/platform/db.ts";
import { seedCatalogue } from "#prisma/seed/catalogue/catalogue.ts";
import { growCatalogue } from "./grow-catalogue.ts";

const products = 6000;
const grown = ["product", "product_variant", "price", "stock", "stock_hold"];
const view = { unpublished: false, choice: { currency: "USD", country: "US" } };
const anybody = { actor: { type: "none" } } as const;

beforeAll(async () => {
  await db.$transaction((tx) => seedCatalogue(tx));
  await growCatalogue(pool, products);
}, 120_000);

const list = (query: Record<string, string>) => (ctx: Context) =>
  listProducts(ctx, productFilter.parse({ limit: 24, ...query }));
const project = (query: Record<string, string>) => (ctx: Context) =>
  findProducts(ctx, pageQuery(new URLSearchParams(query), view));
const search = (query: Record<string, string>) => (ctx: Context) =>
  searchProjections(ctx, new URLSearchParams(query), view);

/** The public reads of the catalogue, and how many rows of the growing tables each may read. */
const reads: [string, (ctx: Context) => Promise<unknown>, number][] = [
  ["the first page", list({}), 3_000],
  ["a late page", list({ offset: "5000" }), 8_000],
  ["a category", list({ category: "kitchen" }), 3_000],
  ["a search for a word in some products", list({ search: "kettle" }), 1_500],
  ["a search for a word in most products", list({ search: "the" }), 9_000],
  ["a search for a word in no product", list({ search: "zzzyx" }), 50],
  ["a search for the beginning of a word", list({ search: "ke" }), 3_000],
  ["a search for two letters that start no word", list({ search: "qz" }), 50],
  ["a product", (ctx) => getProduct(ctx, { slug: "stovetop-kettle-3", currency: "USD", country: "US" }), 50],
  ["the categories", listCategories, 0],
  ["commercetools: a page of projections", project({ limit: "24" }), 3_000],
  ["commercetools: projections by time", project({ limit: "24", sort: "createdAt desc" }), 3_000],
  ["commercetools: projections by name", project({ limit: "24", sort: "name.en desc" }), 3_000],
  [
    "commercetools: a projection by its key",
    (ctx) => findProducts(ctx, oneQuery({ key: "stovetop-kettle" }, view)),
    50,
  ],
  ["commercetools: a product by SKU", project({ where: 'variants(sku="KET-ENA-CRM-3")' }), 100],
  ["commercetools: a search without words", search({ limit: "24" }), 3_000],
  ["commercetools: a search for a word", search({ limit: "24", "text.en": "kettle" }), 3_000],
];

type Looks = { name: string; scans: number; rows: number };

function looksOf(tx: Transaction): Promise<Looks[]> {
  return tx.$queryRaw<Looks[]>`
    select relname as name, seq_scan::int as scans, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
    from pg_stat_xact_user_tables where relname = any (${grown}) order by 1`;
}

describe(`with ${products} products, no growing table is scanned`, () => {
  test.each(reads)("%s", async (_name, read, bound) => {
    // Totals above 1,000 are counted once a minute. This counts them before the measured read.
    await read(anybody);
    const looks = await inTransaction(anybody, async (ctx) => {
      const before = await looksOf(ctx.tx);
      await read(ctx);
      const after = await looksOf(ctx.tx);
      return after.map(({ name, scans, rows }, at) => ({
        name,
        scans: scans - (before[at]?.scans ?? 0),
        rows: rows - (before[at]?.rows ?? 0),
      }));
    });
    expect(looks.filter(({ scans }) => scans > 0)).toEqual([]);
    expect(looks.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(bound);
  });
});

test("the total is correct above 1,000 products", async () => {
  const { total } = await list({})(anybody);
  expect(total).toBe(await db.product.count({ where: { soldIn: { has: "USD" } } }));
});
