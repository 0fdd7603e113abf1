import type { Coupon } from "#lib/commerce/discount/index.ts";
import type { ShippingMethod } from "#lib/commerce/shipping/index.ts";
import type { Address } from "#lib/platform/address.ts";
import type { Context } from "#lib/platform/context.ts";

/** A change that the caller asks for: the cart as it is → the cart as it shall be. May throw a DomainError. */
export type Change = (ctx: Context, cart: Cart) => Cart | Promise<Cart>;

export type CartStatus = "active" | "ordered" | "merged";

/** Who began a cart: its shopper, or the merchant for a shopper. */
export type CartOrigin = "customer" | "merchant";

export type CartLine = {
  id: string;
  /** A program's own name for the line. */
  key: string | null;
  variantId: string;
  variantNumber: number;
  productId: string;
  productSlug: string;
  sku: string;
  name: string;
  variantTitle: string;
  /** { "Size": "M" } */
  options: Record<string, string>;
  image: string | null;
  imageAlt: string;
  quantity: number;
  /** Today's price in minor units; null when the variant is not sold in this currency and country. */
  unitPrice: number | null;
  wasPrice: number | null;
  /** Which price that is, and the country it is for; null: for any. */
  priceId: string | null;
  priceCountry: string | null;
  /** What the shopper was last shown. */
  shownPrice: number;
  /** Whether its product is still on sale. */
  published: boolean;
  /** How many this cart could buy now; none of what is not published. */
  available: number;
};

export type Platform = "WEB" | "APP";

/** What a shopper is asked to agree to, in minor units. `coupons` is what they take off the goods and the shipping. */
export type Sums = { lines: number; coupons: number; shipping: number; tax: number; total: number };

/** A cart as the database has it, prices and stock of this moment included. Times are ISO 8601 UTC. */
export type Cart = {
  id: string;
  version: number;
  status: CartStatus;
  userId: string | null;
  anonymousId: string | null;
  platform: Platform;
  currency: string;
  country: string;
  locale: string | null;
  key: string | null;
  origin: CartOrigin;
  purchaseOrderNumber: string | null;
  email: string | null;
  contactName: string | null;
  phone: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  shippingMethod: ShippingMethod | null;
  lines: CartLine[];
  coupons: Coupon[];
  /** What its last answer said it comes to; null: nobody has been told yet. */
  shown: Sums | null;
  hasHolds: boolean;
  /** How often somebody tried in vain to pay for it. */
  declinedPayments: number;
  expiresAfterDays: number;
  mergedIntoId: string | null;
  createdAt: string;
  updatedAt: string;
};

export function isEmpty(cart: Cart): boolean {
  return cart.lines.length === 0;
}
