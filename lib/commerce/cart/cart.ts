import * as z from "zod";
import { coupon } from "#lib/commerce/discount/index.ts";
import { shippingMethod } from "#lib/commerce/shipping/index.ts";
import { shapeOf } from "#lib/platform/columns.ts";
import type { Context } from "#lib/platform/context.ts";
import { cartColumns } from "./columns.ts";

/** A change that the caller asks for: the cart as it is → the cart as it shall be. May throw a DomainError. */
export type Change = (ctx: Context, cart: Cart) => Cart | Promise<Cart>;

/** What a line says of its variant as it is sold today. */
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
  /** Today's price in minor units; null when the variant is not sold in this currency and country. */
  unitPrice: z.int().nullable(),
  wasPrice: z.int().nullable(),
  /** Which price that is, and the country it is for; null: for any. */
  priceId: z.string().nullable(),
  priceCountry: z.string().nullable(),
  /** Whether its product is still on sale. */
  published: z.boolean(),
  /** How many this cart could buy now; none of what is not published. */
  available: z.int(),
});
export type LineProduct = z.output<typeof lineProduct>;

const cartLine = lineProduct.extend({
  id: z.string(),
  /** A program's own name for the line. */
  key: z.string().nullable(),
  quantity: z.int(),
  /** What the shopper was last shown. */
  shownPrice: z.int(),
});
export type CartLine = z.output<typeof cartLine>;

/** A cart as the database has it, prices and stock of this moment included. Times are ISO 8601 UTC. */
export const cartSchema = z.object({
  ...shapeOf(cartColumns),
  shippingMethod: shippingMethod.nullable(),
  lines: z.array(cartLine),
  coupons: z.array(coupon),
  hasHolds: z.boolean(),
});
export type Cart = z.output<typeof cartSchema>;
export type CartStatus = Cart["status"];
export type Platform = Cart["platform"];

export function isEmpty(cart: Cart): boolean {
  return cart.lines.length === 0;
}
