import { headers } from "next/headers";
import type { Product } from "#lib/commerce/catalog/index.ts";
import { productData } from "#lib/storefront/product-data.ts";

/** The product's structured data for search engines. */
export async function ProductData({ product }: { product: Product }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing in it can end the script, see productData
      dangerouslySetInnerHTML={{ __html: productData(product) }}
    />
  );
}
