import { describe, expect, test } from "vitest";
import * as z from "zod";
import { productResponse } from "#lib/dialects/store-api/index.ts";
import { prepareCheckout as prepare } from "#lib/dialects/store-api/routes/cart.ts";
import { getProduct, listProducts } from "#lib/dialects/store-api/routes/catalog.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { readyToPlace } from "#test/support/checkout.ts";
import { dataOf, expectFailure, expectInvalid } from "#test/support/expect.ts";

const list = (query: Record<string, string>) => call(listProducts, { query });
const slugsOf = async (query: Record<string, string>) =>
  dataOf(await list(query), z.array(productResponse)).map(({ slug }) => slug);
const show = async (slug: string, query: Record<string, string> = {}) =>
  dataOf(await call(getProduct, { params: { slug }, query }), productResponse);

describe("the list", () => {
  test("is searched by name in any case, and a page has the total", async () => {
    const word = `Lantern${Date.now()}`;
    const made = [await makeVariant(), await makeVariant(), await makeVariant()];
    for (const { productId } of made) {
      await db.product.update({ where: { id: productId }, data: { name: `A ${word} 100%`, position: 1 } });
    }
    const search = word.toUpperCase();
    const slugs = made.map(({ slug }) => slug);
    expect(await slugsOf({ search })).toEqual(slugs);
    const first = await list({ search, limit: "2" });
    expect(first.body.metadata).toEqual({ total: 3, limit: 2, offset: 0, hasMore: true });
    const rest = await list({ search, limit: "2", offset: "2" });
    expect(rest.body.metadata).toEqual({ total: 3, limit: 2, offset: 2, hasMore: false });
    const past = await list({ search, offset: "10" });
    expect(past.body).toMatchObject({ data: [], metadata: { total: 3, offset: 10, hasMore: false } });
    expect(await slugsOf({ search: `${word} 100%` })).toEqual(slugs);
    expect(await slugsOf({ search: `${word}_100%` })).toEqual([]);
    expect(await slugsOf({ search: "no such thing anywhere" })).toEqual([]);
  });

  test("leaves out unpublished products, and those without a price in the currency", async () => {
    const hidden = await makeVariant({ published: false });
    const dollars = await makeVariant({ prices: [{ currency: "USD", amount: 100 }] });
    for (const { name } of [hidden, dollars])
      expect(await slugsOf({ search: name, currency: "EUR" })).toEqual([]);
    expect(await slugsOf({ search: hidden.name })).toEqual([]);
    expect(await slugsOf({ search: dollars.name })).toEqual([dollars.slug]);
  });

  test("reflects changes of price, name, category and SKU immediately, however they are made", async () => {
    const { productId, variantId, name, sku } = await makeVariant({ prices: [] });
    const slugs = () => slugsOf({ search: name, currency: "CHF", country: "CH" });
    expect(await slugs()).toEqual([]);
    const price = await db.price.create({
      data: { variantId, currency: "CHF", country: "LI", amount: 1 },
    });
    expect(await slugs()).toEqual([]);
    await db.price.update({ where: { id: price.id }, data: { country: "CH" } });
    expect(await slugs()).toHaveLength(1);
    const word = `Renamed${Date.now()}`;
    await db.category.updateMany({
      where: { products: { some: { id: productId } } },
      data: { name: `${word} things` },
    });
    expect(await slugsOf({ search: `${word} ${sku.toLowerCase()}`, currency: "CHF", country: "CH" })).toEqual(
      await slugs(),
    );
    await db.price.delete({ where: { id: price.id } });
    expect(await slugs()).toEqual([]);
  });

  test("finds words anywhere in a text, and one or two letters at the start of a word", async () => {
    const { productId, slug } = await makeVariant();
    const word = `Zq${Date.now()}`;
    await db.product.update({ where: { id: productId }, data: { name: `${word} & Éx 100%` } });
    for (const search of [word.slice(1), `é ${word}`, `100% ${word.toUpperCase()}`, `${word} &`])
      expect(await slugsOf({ search })).toEqual([slug]);
    for (const search of [`x ${word}`, `${word} %j`, "& %"]) expect(await slugsOf({ search })).toEqual([]);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ limit: "0" }, ["limit"]],
    [{ limit: "101" }, ["limit"]],
    [{ offset: "-1" }, ["offset"]],
    [{ limit: "ten", offset: "1.5" }, ["limit", "offset"]],
    [{ currency: "usd" }, ["currency"]],
    [{ country: "USA" }, ["country"]],
    [{ country: "FX" }, ["country"]],
    [{ search: "a\0" }, ["search"]],
    [{ search: "a".repeat(101) }, ["search"]],
  ])("%j: 400 VALIDATION_ERROR", async (query, paths) => {
    expectInvalid(await list(query), ...paths);
  });
});

describe("a product", () => {
  test("shows its variants with the country's price and availability", async () => {
    const prices = [
      { currency: "USD", amount: 1000, wasAmount: 1500 },
      { currency: "USD", country: "CA", amount: 1200 },
    ];
    const variant = await makeVariant({ stock: 1, prices });
    const shown = await show(variant.slug);
    expect(shown).toEqual({
      id: variant.productId,
      slug: variant.slug,
      name: variant.name,
      description: "A thing to sell in tests",
      image: "/products/thing.svg",
      category: { slug: `category-${variant.slug}`, name: "Things" },
      options: [],
      variants: [
        {
          id: variant.variantId,
          sku: variant.sku,
          title: "",
          options: {},
          image: null,
          price: 1000,
          wasPrice: 1500,
          currency: "USD",
          available: true,
        },
      ],
    });
    const inCanada = await show(variant.slug, { country: "CA" });
    expect(inCanada.variants[0]).toMatchObject({ price: 1200, wasPrice: null });
  });

  test("is not available once it is sold out or held", async () => {
    const variant = await makeVariant({ stock: 1 });
    await call(prepare, await readyToPlace({ variant }));
    expect((await show(variant.slug)).variants[0]?.available).toBe(false);
    await db.stockHold.deleteMany({ where: { variantId: variant.variantId } });
    expect((await show(variant.slug)).variants[0]?.available).toBe(true);
    await db.stock.update({ where: { variantId: variant.variantId }, data: { quantity: 0 } });
    expect((await show(variant.slug)).variants[0]?.available).toBe(false);
  });

  test("that is unknown, unpublished, or not sold in the currency: 404 NOT_FOUND", async () => {
    const hidden = await makeVariant({ published: false });
    const dollars = await makeVariant({ prices: [{ currency: "USD", amount: 100 }] });
    const missing = [
      await call(getProduct, { params: { slug: "no-such-thing" } }),
      await call(getProduct, { params: { slug: hidden.slug } }),
      await call(getProduct, { params: { slug: dollars.slug }, query: { currency: "EUR" } }),
    ];
    for (const reply of missing) expectFailure(reply, "not_found", "Product not found");
  });
});
