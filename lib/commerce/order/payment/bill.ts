import type { Bill } from "#lib/commerce/payment/index.ts";
import { formatOf } from "#lib/platform/i18n/locale.ts";
import type { Purchase } from "../placing/compose-order.ts";

type Billed = Pick<Purchase, "priced" | "shopper"> & {
  cart: Pick<Purchase["cart"], "shippingMethod" | "locale" | "email" | "country">;
};

/** The bill for the provider's page. The parts add up to the total. */
export function billOf({ cart, priced, shopper }: Billed): Bill {
  const { totals, taxIncluded } = priced;
  return {
    lines: priced.lines.map(({ name, variantTitle, sku, image, quantity, unitPrice, lineTotal }) => {
      const title = variantTitle && variantTitle !== name ? `${name}, ${variantTitle}` : name;
      return { name: title, sku, image, quantity, unitPrice, total: lineTotal };
    }),
    discount: totals.discount,
    shipping: cart.shippingMethod && { name: cart.shippingMethod.name, amount: totals.shipping },
    tax: taxIncluded ? 0 : totals.tax,
    locale: formatOf(cart.locale),
    email: cart.email ?? (shopper.type === "customer" ? shopper.email : null),
    country: cart.country,
  };
}
