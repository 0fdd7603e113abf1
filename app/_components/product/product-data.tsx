import { headers } from "next/headers";
import type { Product } from "#lib/commerce/catalog/index.ts";
import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import { productData } from "#lib/storefront/catalogue/product-data.ts";

/** The product's structured data for search engines. */
export async function ProductData({ product }: { product: Product }) {
  const [sent, { language }] = await Promise.all([headers(), currentReader()]);
  return (
    <script
      type="application/ld+json"
      nonce={sent.get("x-nonce") ?? undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing in it can end the script, see productData
      dangerouslySetInnerHTML={{ __html: productData(product, language) }}
    />
  );
}
