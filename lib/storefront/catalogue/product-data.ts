import type { Product, Variant } from "#lib/commerce/catalog/index.ts";
import { env } from "#lib/platform/env.ts";
import type { Language } from "#lib/platform/i18n/languages.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";
import { fractionDigits } from "#lib/platform/money.ts";

/**
 * A product with its offers as schema.org JSON, safe inside a script element. The shop's name is in the page's
 * language; the rest is the merchant's own text.
 */
export function productData(product: Product, language: Language): string {
  const { slug, name, description, image, category, variants } = product;
  const url = `${env.STOREFRONT_URL}/products/${encodeURIComponent(slug)}`;
  const data = {
    "@context": "https://schema.org",
    "@type": "Product",
    name,
    description,
    category: category.name,
    url,
    image: new URL(image, env.STOREFRONT_URL).href,
    brand: { "@type": "Brand", name: messagesIn(language).shop.site.name },
    offers: variants.map((variant) => offer(variant, url)),
  };
  // "</script>" would end the element; an escaped "<" is the same in JSON.
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

function offer({ sku, title, price, currency, available }: Variant, url: string) {
  const digits = fractionDigits(currency);
  return {
    "@type": "Offer",
    name: title,
    sku,
    url,
    price: (price / 10 ** digits).toFixed(digits),
    priceCurrency: currency,
    availability: `https://schema.org/${available > 0 ? "InStock" : "OutOfStock"}`,
  };
}
