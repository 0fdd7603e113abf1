import { storefrontUrl } from "../project.ts";
import { money } from "./money.ts";
import { initialLineStateId, localizedText, productTypeId, reference } from "./references.ts";
import { taxedPrice, wireTaxRate } from "./taxes.ts";

type Line = {
  id: string;
  productId: string;
  productSlug?: string;
  variantId: string;
  variantNumber: number;
  variantTitle: string;
  sku: string;
  name: string;
  image: string | null;
  quantity: number;
  unitPrice: number;
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

/** A line of a cart or an order (sheet 3.3). */
export function toLineItem(line: Line, { currency, country, tax, changedAt }: Sale) {
  const price = { id: line.variantId, value: money(line.unitPrice, currency) };
  return {
    id: line.id,
    productId: line.productId,
    ...(line.productSlug !== undefined && {
      productKey: line.productSlug,
      productSlug: localizedText(line.productSlug),
    }),
    name: localizedText(line.name),
    productType: reference("product-type", productTypeId),
    variant: {
      id: line.variantNumber,
      sku: line.sku,
      key: line.sku,
      prices: [price],
      attributes: line.variantTitle ? [{ name: "title", value: line.variantTitle }] : [],
      images: line.image ? [{ url: `${storefrontUrl}${line.image}`, dimensions: { w: 800, h: 800 } }] : [],
      assets: [],
    },
    price,
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
      taxedPrice: taxedPrice(
        { amount: line.lineTotal - line.discount, tax: line.tax, taxIncluded: tax.taxIncluded },
        currency,
      ),
    }),
    lastModifiedAt: changedAt,
  };
}
