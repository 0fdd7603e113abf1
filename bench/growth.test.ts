import { beforeAll, describe, expect, test } from "vitest";
import {
  findProducts,
  getProduct,
  listCategories,
  listProducts,
  productFilter,
} from "#lib/commerce/catalog/index.ts";
import { productSearch } from "#lib/dialects/commercetools/products/product-search/schemas.ts";
import { searchProducts } from "#lib/dialects/commercetools/products/product-search/search.ts";
import { searchProjections } from "#lib/dialects/commercetools/products/search.ts";
import { oneQuery, pageQuery } from "#lib/dialects/commercetools/products/view.ts";
import { asNobody, type Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { seedCatalogue } from "#prisma/seed/catalogue/catalogue.ts";
import { growCatalogue } from "./grow-catalogue.ts";
import { effortOf } from "./scans.ts";

const products = 20_000;
const grown = ["product", "product_variant", "price", "product_price", "stock", "stock_hold"];
const view = { unpublished: false, choice: { currency: "USD", country: "US" } };

beforeAll(async () => {
  await db.$transaction((tx) => seedCatalogue(tx));
  await growCatalogue(env.DATABASE_URL, products);
}, 240_000);

const list = (query: Record<string, string>) => (ctx: Context) =>
  listProducts(ctx, productFilter.parse({ limit: 24, ...query }));
const project = (query: Record<string, string>) => (ctx: Context) =>
  findProducts(ctx, pageQuery(new URLSearchParams(query), view));
const search = (query: Record<string, string>) => (ctx: Context) =>
  searchProjections(ctx, new URLSearchParams({ limit: "24", ...query }), view);
const searchBy =
  (query: object, more: object = {}) =>
  (ctx: Context) =>
    searchProducts(ctx, productSearch.parse({ limit: 24, query, ...more }), view);
const about = (value: string) => ({ field: "name", language: "en", value });

/** The public reads of the catalogue, and how many rows of the growing tables each may read. */
const reads: [string, (ctx: Context) => Promise<unknown>, number][] = [
  ["the first page", list({}), 3_000],
  ["a late page", list({ offset: "5000" }), 8_000],
  ["a category", list({ category: "kitchen" }), 3_000],
  ["a search for a word in some products", list({ search: "kettle" }), 3_000],
  ["a search for a word in most products", list({ search: "the" }), 9_000],
  ["a search for a word in no product", list({ search: "zzzyx" }), 50],
  ["a search for the beginning of a word", list({ search: "ke" }), 4_000],
  ["a search for two letters that start no word", list({ search: "qz" }), 50],
  ["a product", (ctx) => getProduct(ctx, { slug: "stovetop-kettle-3", currency: "USD", country: "US" }), 50],
  ["the categories", listCategories, 0],
  ["commercetools: a page of projections", project({ limit: "24" }), 3_000],
  ["commercetools: a late page of projections", project({ limit: "24", offset: "5000" }), 8_000],
  ["commercetools: projections by time", project({ limit: "24", sort: "createdAt desc" }), 3_000],
  ["commercetools: projections by name", project({ limit: "24", sort: "name.en desc" }), 3_000],
  [
    "commercetools: a projection by its key",
    (ctx) => findProducts(ctx, oneQuery({ key: "stovetop-kettle" }, view)),
    50,
  ],
  ["commercetools: a product by SKU", project({ where: 'variants(sku="KET-ENA-CRM-3")' }), 100],
  ["commercetools: a search without words", search({}), 3_000],
  ["commercetools: a search for a word", search({ "text.en": "kettle" }), 5_000],
  ["commercetools: the cheapest", search({ sort: "price asc" }), 3_000],
  ["commercetools: the dearest", search({ sort: "price desc" }), 3_000],
  ["commercetools: a search for a misspelt word", search({ "text.en": "kettel", fuzzy: "true" }), 5_000],
  ["commercetools: a search for a part of a word", search({ "text.en": "*ettl*" }), 5_000],
  ["commercetools: product search without a query", searchBy({ and: [] }), 3_000],
  ["commercetools: product search for a word", searchBy({ fullText: about("kettle") }), 5_000],
  ["commercetools: product search for a misspelt word", searchBy({ fuzzy: about("kettel") }), 5_000],
  ["commercetools: product search for a part of a word", searchBy({ wildcard: about("*ettl*") }), 5_000],
  [
    "commercetools: product search for a SKU",
    searchBy({ exact: { field: "variants.sku", value: "KET-ENA-CRM-3" } }),
    100,
  ],
  [
    "commercetools: the cheapest by product search",
    searchBy({ and: [] }, { sort: [{ field: "variants.prices.centAmount", order: "asc", mode: "min" }] }),
    3_000,
  ],
  ["commercetools: the cheapest of a word", search({ sort: "price asc", "text.en": "kettle" }), 9_000],
];

describe(`with ${products} products, no growing table is scanned`, () => {
  test.each(reads)("%s", async (_name, read, bound) => {
    const { scanned, rows } = await effortOf(grown, asNobody, read);
    expect(scanned).toEqual([]);
    expect(rows).toBeLessThanOrEqual(bound);
  });
});

test("late pages end where their total says", async () => {
  const page = (offset: number) => list({ category: "kitchen", offset: String(offset) })(asNobody);
  const total = await db.product.count({ where: { category: { slug: "kitchen" }, soldIn: { has: "USD" } } });
  expect(total).toBeGreaterThan(1_000);
  const [full, last, beyond] = [await page(total - 24), await page(total - 1), await page(total + 100)];
  expect([full, last, beyond].map((each) => each.total)).toEqual([total, total, total]);
  expect([last.products, beyond.products]).toEqual([full.products.slice(-1), []]);
});

test("the total is correct above 1,000 products", async () => {
  const { total } = await list({})(asNobody);
  expect(total).toBe(await db.product.count({ where: { soldIn: { has: "USD" } } }));
});
