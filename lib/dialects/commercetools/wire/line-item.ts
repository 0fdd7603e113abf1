import { madeAt } from "#lib/platform/ids.ts";
import { money } from "./money.ts";
import { initialLineStateId, localizedText, productTypeId, reference } from "./references.ts";
import { taxedPrice, wireTaxRate } from "./taxes.ts";
import { toWirePrice, toWireVariant } from "./variant.ts";

type Line = {
  id: string;
  key: string | null;
  productId: string;
  productSlug?: string;
  variantId: string;
  variantNumber: number;
  sku: string;
  name: string;
  options: Record<string, string>;
  image: string | null;
  imageAlt?: string;
  available?: number;
  quantity: number;
  unitPrice: number;
  /** The id of the unit's price; orders do not store it, and it may be deleted. */
  priceId?: string | null;
  priceCountry?: string | null;
  lineTotal: number;
  discount: number;
  tax: number;
};

type Sale = {
  currency: string;
  country: string;
  /** Null while there is no shipping address, and so no tax. */
  tax: { taxRate: number; taxIncluded: boolean } | null;
  changedAt: string;
};

/** A line of a cart or an order. */
export function toLineItem(line: Line, { currency, country, tax, changedAt }: Sale) {
  const { variantId, priceId, priceCountry = null, unitPrice } = line;
  // Clients require an id for the price; the variant's replaces a missing one.
  const price = { id: priceId ?? variantId, amount: unitPrice, currency, country: priceCountry };
  return {
    id: line.id,
    ...(line.key !== null && { key: line.key }),
    productId: line.productId,
    ...(line.productSlug !== undefined && {
      productKey: line.productSlug,
      productSlug: localizedText(line.productSlug),
    }),
    name: localizedText(line.name),
    productType: reference("product-type", productTypeId),
    variant: toWireVariant({ ...line, number: line.variantNumber, prices: [price] }),
    price: toWirePrice(price),
    quantity: line.quantity,
    totalPrice: money(line.lineTotal, currency),
    discountedPricePerQuantity: [],
    taxedPricePortions: [],
    perMethodTaxRate: [],
    state: [{ quantity: line.quantity, state: reference("state", initialLineStateId) }],
    priceMode: "Platform",
    lineItemMode: "Standard",
    ...(tax && {
      taxRate: wireTaxRate(tax, country),
      taxedPrice: taxedPrice({ ...tax, amount: line.lineTotal - line.discount, tax: line.tax }, currency),
    }),
    // Lines get their ids when they are added, and keep them in the order.
    addedAt: madeAt(line.id).toISOString(),
    lastModifiedAt: changedAt,
  };
}
