import { type CartOrigin, shownTotal } from "#lib/commerce/cart/index.ts";
import type { Discount } from "#lib/commerce/discount/index.ts";
import type { Address } from "#lib/platform/address.ts";
import { toWireAddress, withoutBlanks } from "./address.ts";
import { money } from "./money.ts";
import { reference, taxCategoryId } from "./references.ts";
import { type Destination, toShippingAddress } from "./shipping-address.ts";
import { taxedPrice, wireTaxRate } from "./taxes.ts";

export const origins = { customer: "Customer", merchant: "Merchant" } as const satisfies Record<
  CartOrigin,
  string
>;

/** What a discount takes off, in minor units. */
type Reduction = Pick<Discount, "id" | "kind"> & { amount: number };

/** The common part of a cart and an order. Amounts in minor units. */
export type Sale = Destination & {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  currency: string;
  country: string | null;
  locale: string | null;
  customerId: string | null;
  anonymousId: string | null;
  email: string | null;
  origin: CartOrigin;
  purchaseOrderNumber: string | null;
  billingAddress: Address | null;
  shippingMethod: { id: string; name: string; price: number } | null;
  totals: { subtotal: number; discount: number; shipping: number; tax: number; total: number };
  reductions: readonly Reduction[];
  taxRate: number;
  taxIncluded: boolean;
  /** The shipping's part of the tax. */
  shippingTax: number;
};

/** The wire members that carts and orders share. Taxes are shown once there is a shipping address. */
export function toWireSale(sale: Sale) {
  const { totals, currency, shippingAddress, billingAddress, taxRate, taxIncluded } = sale;
  const amount = shownTotal(sale);
  const taxed = shippingAddress && taxedPrice({ amount, tax: totals.tax, taxRate, taxIncluded }, currency);
  return {
    id: sale.id,
    version: sale.version,
    createdAt: sale.createdAt,
    lastModifiedAt: sale.updatedAt,
    totalPrice: money(amount, currency),
    customLineItems: [],
    taxMode: "Platform",
    priceRoundingMode: "HalfEven",
    taxRoundingMode: "HalfUp",
    taxCalculationMode: "LineItemLevel",
    inventoryMode: "ReserveOnOrder",
    shippingMode: "Single",
    shipping: [],
    itemShippingAddresses: [],
    directDiscounts: [],
    refusedGifts: [],
    origin: origins[sale.origin],
    ...withoutBlanks({
      customerId: sale.customerId,
      anonymousId: sale.anonymousId,
      customerEmail: sale.email,
      purchaseOrderNumber: sale.purchaseOrderNumber,
      country: sale.country,
      locale: sale.locale,
      shippingAddress: toShippingAddress(sale),
      billingAddress: billingAddress && toWireAddress(billingAddress),
      taxedPrice: taxed,
      taxedShippingPrice: shippingAddress && sale.shippingMethod && taxedShipping(sale),
      discountOnTotalPrice: discountOnTotal(sale),
    }),
  };
}

/** The shipping info, with its discount. */
export function toShippingInfo(sale: Sale) {
  const { shippingMethod, shippingAddress, shippingTax, totals, currency, country, reductions, ...tax } =
    sale;
  if (!shippingMethod) return null;
  const { id, name, price } = shippingMethod;
  const value = money(totals.shipping, currency);
  // The rate is 0 if shipping is free or not taxed.
  const taxRate = shippingTax > 0 ? tax.taxRate : 0;
  return {
    shippingMethodName: name,
    price: money(price, currency),
    shippingRate: { price: money(price, currency), tiers: [] },
    ...(totals.shipping !== price && {
      discountedPrice: { value, includedDiscounts: included(reductions.filter(isOnShipping), currency) },
    }),
    ...(country !== null && { taxRate: wireTaxRate({ ...tax, taxRate }, country) }),
    ...(shippingAddress && { taxedPrice: taxedShipping(sale) }),
    taxCategory: reference("tax-category", taxCategoryId),
    shippingMethod: reference("shipping-method", id),
    shippingMethodState: "MatchesCart",
  };
}

function taxedShipping(sale: Sale) {
  const { totals, shippingTax, taxIncluded, currency, taxRate } = sale;
  const rate = shippingTax > 0 ? taxRate : 0;
  return taxedPrice({ amount: totals.shipping, tax: shippingTax, taxRate: rate, taxIncluded }, currency);
}

function discountOnTotal({ totals, currency, reductions }: Sale) {
  if (totals.discount === 0) return null;
  return {
    discountedAmount: money(totals.discount, currency),
    includedDiscounts: included(
      reductions.filter((reduction) => !isOnShipping(reduction)),
      currency,
    ),
  };
}

function isOnShipping({ kind }: Reduction): boolean {
  return kind === "free_shipping";
}

/** The discounts that took something off. */
function included(reductions: readonly Reduction[], currency: string) {
  return reductions
    .filter(({ amount }) => amount > 0)
    .map(({ id, amount }) => ({
      discount: reference("cart-discount", id),
      discountedAmount: money(amount, currency),
    }));
}
