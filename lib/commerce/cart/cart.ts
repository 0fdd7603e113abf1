import * as z from "zod";
import { coupon } from "#lib/commerce/discount/index.ts";
import { shippingMethod } from "#lib/commerce/shipping/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { shapeOf } from "#lib/platform/database/columns.ts";
import { cartColumns } from "./columns.ts";

/** A requested change: maps the current cart to the new one. May throw a DomainError. */
export type Change = (ctx: Context, cart: Cart) => Cart | Promise<Cart>;

/** A line's variant as it is sold now. */
export const lineProduct = z.object({
  variantId: z.string(),
  variantNumber: z.int(),
  productId: z.string(),
  productSlug: z.string(),
  sku: z.string(),
  name: z.string(),
  variantTitle: z.string(),
  /** { "Size": "M" } */
  options: z.record(z.string(), z.string()),
  image: z.string().nullable(),
  imageAlt: z.string(),
  /** The current price in minor units; null if the variant is not sold in this currency and country. */
  unitPrice: z.int().nullable(),
  wasPrice: z.int().nullable(),
  /** The price's id, and its country; null: any country. */
  priceId: z.string().nullable(),
  priceCountry: z.string().nullable(),
  /** Whether the product is still on sale. */
  published: z.boolean(),
  /** How many this cart can buy now; 0 if not published. */
  available: z.int(),
});
export type LineProduct = z.output<typeof lineProduct>;

const cartLine = lineProduct.extend({
  id: z.string(),
  /** A key that a program gave the line. */
  key: z.string().nullable(),
  quantity: z.int(),
  /** The price that the shopper last saw. */
  shownPrice: z.int(),
});
export type CartLine = z.output<typeof cartLine>;

/** A stored cart with current prices and stock. Times are ISO 8601 UTC. */
export const cartSchema = z.object({
  ...shapeOf(cartColumns),
  shippingMethod: shippingMethod.nullable(),
  lines: z.array(cartLine),
  coupons: z.array(coupon),
  hasHolds: z.boolean(),
});
export type Cart = z.output<typeof cartSchema>;
export type Platform = Cart["platform"];

export function isEmpty(cart: Cart): boolean {
  return cart.lines.length === 0;
}
