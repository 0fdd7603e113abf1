import type { CartLine } from "#lib/commerce/cart/cart.ts";
import type { priceCart } from "#lib/commerce/cart/totals/totals.ts";
import type { Coupon } from "#lib/commerce/discount/index.ts";

export type PriceInput = Parameters<typeof priceCart>[0];
export const now = new Date("2026-11-21T12:00:00Z");
const id = "0199d3a0-0000-7000-8000-000000000000";

/** A line of a cart. `unitPrice` is in cents. */
export function line(unitPrice: number, quantity: number): CartLine {
  return {
    id,
    key: null,
    variantId: id,
    variantNumber: 1,
    productId: id,
    productSlug: "thing",
    sku: "THING",
    name: "Thing",
    variantTitle: "",
    options: {},
    image: null,
    imageAlt: "",
    quantity,
    unitPrice,
    wasPrice: null,
    priceId: id,
    priceCountry: null,
    shownPrice: unitPrice,
    published: true,
    available: 999,
  };
}

/** A coupon of 10 %. */
export function coupon(input: Partial<Coupon>): Coupon {
  return {
    id,
    code: "CODE",
    name: "A coupon",
    kind: "percentage",
    value: 10,
    currency: null,
    minimumSpend: 0,
    startsAt: null,
    endsAt: null,
    usageLimit: null,
    usedCount: 0,
    oncePerCustomer: false,
    usedBefore: false,
    ...input,
  };
}

/** What prices are computed from; in dollars and in the US by default. */
export function cart(input: Partial<PriceInput> & { shipping?: number }): PriceInput {
  const { shipping = null, ...rest } = input;
  const method = { id, key: "standard", name: "", description: "", minDays: 1, maxDays: 2 };
  const shippingMethod = shipping === null ? null : { ...method, price: shipping };
  return { lines: [], coupons: [], currency: "USD", country: "US", shippingMethod, ...rest };
}
