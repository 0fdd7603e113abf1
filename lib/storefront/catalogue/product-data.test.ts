import { expect, test } from "vitest";
import { getProduct, productHandle } from "#lib/commerce/catalog/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { productData } from "./product-data.ts";

test("a product's structured data has its price, and cannot end the script element", async () => {
  const variant = await makeVariant();
  const name = "</script><script>alert(1)</script><!--";
  const { slug } = await db.product.update({ where: { id: variant.productId }, data: { name } });
  const product = await getProduct(asNobody, productHandle.parse({ slug }));
  const json = productData(product, "de");
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toMatchObject({
    "@type": "Product",
    name,
    url: `http://localhost:3000/products/${slug}`,
    offers: [{ "@type": "Offer", priceCurrency: "USD", availability: "https://schema.org/InStock" }],
  });
  expect(JSON.parse(json).offers[0].price).toMatch(/^\d+\.\d{2}$/);
});
