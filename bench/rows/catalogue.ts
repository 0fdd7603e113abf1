import { growCatalogue } from "../grow-catalogue.ts";
import { programToken } from "../program-token.ts";
import type { Line, Row } from "../row.ts";
import { type Read, readAll } from "../timed-reads.ts";

const products = 20_000;

/** Public reads of the catalogue with 20,000 products, beside the same with the demo's few. */
export const catalogue: Row = {
  title: "catalogue",
  async run(bench) {
    const headers = { authorization: `Bearer ${await programToken(bench.shopUrl)}` };
    const store = (query: string): Read => ({ path: `/store/products?limit=24${query}`, headers: {} });
    const other = (query: string): Read => ({
      path: `/commercetools/demo/product-projections${query}`,
      headers,
    });
    const reads: Record<string, Read> = {
      "catalogue page of 24": store(""),
      "a late page": store("&offset=10000"),
      category: store("&category=kitchen"),
      'search "kettle"': store("&search=kettle"),
      "commercetools: projections": other("?limit=24"),
      "commercetools: a late page": other("?limit=24&offset=10000"),
      'commercetools: search "kettle"': other("/search?limit=24&text.en=kettle"),
      "commercetools: by price": other("/search?limit=24&priceCurrency=USD&priceCountry=US&sort=price%20asc"),
      'commercetools: "kettle" by price': other(
        "/search?limit=24&text.en=kettle&priceCurrency=USD&priceCountry=US&sort=price%20asc",
      ),
    };
    const few = await readAll(bench, reads);
    await growCatalogue(bench.databaseUrl, products);
    const many = await readAll(bench, reads);
    return Object.keys(reads).map(
      (name): Line => ({
        what: `${name}, 20,000 products, in PostgreSQL`,
        unit: "ms",
        ours: many[name] ?? Number.NaN,
        beside: { what: "24 products", value: few[name] ?? Number.NaN },
        goal: "≤ 5 ms",
      }),
    );
  },
};
