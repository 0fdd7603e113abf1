import * as z from "zod";
import { type Cart, cartToken, obstacleOf, priceCart } from "#lib/commerce/cart/index.ts";
import type { Address } from "#lib/platform/address.ts";
import type { StoreResult } from "./dialect.ts";

const amount = z.int().meta({ description: "Minor units" });

export const addressResponse = z.looseObject({ country: z.string() }).meta({ id: "OrderAddress" });

/** An address in this API, without the original parts of another dialect. */
export function toAddressResponse({ parts: _, ...address }: Address) {
  return address;
}

export const shippingMethodResponse = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    description: z.string().optional(),
    price: amount,
    minDays: z.int(),
    maxDays: z.int(),
  })
  .meta({ id: "ShippingMethod" });

const totalsResponse = z
  .object({ subtotal: amount, discount: amount, shipping: amount, tax: amount, total: amount })
  .meta({ id: "Totals" });

/** The common part of a cart and an order. */
export const saleResponse = z.object({
  id: z.uuid(),
  currency: z.string(),
  locale: z.string().nullable().meta({ description: "The language of pages and mails (BCP 47)" }),
  deliveryNote: z.string().nullable().meta({ description: "A note for the driver, in one or more lines" }),
  shippingMethod: shippingMethodResponse.nullable(),
  totals: totalsResponse,
  taxIncluded: z.boolean(),
});

/** A line of a cart or of an order. */
export const lineResponse = z.object({
  id: z.uuid(),
  variantId: z.uuid(),
  productId: z.uuid(),
  sku: z.string(),
  name: z.string(),
  variantTitle: z.string(),
  image: z.string().nullable(),
  quantity: z.int(),
  unitPrice: amount,
  lineTotal: amount,
});

export const cartResponse = saleResponse
  .extend({
    version: z.int(),
    lines: z.array(
      lineResponse.extend({
        available: z.int().meta({ description: "Also 0 if the product is no longer sold" }),
        purchasable: z.boolean().meta({
          description: "Whether the line can be ordered; otherwise change or remove it",
        }),
      }),
    ),
    coupons: z.array(z.object({ code: z.string(), amount, applies: z.boolean() })),
    contact: z
      .object({ email: z.string(), name: z.string().nullable(), phone: z.string().nullable() })
      .nullable(),
    shippingAddress: addressResponse.nullable(),
    billingAddress: addressResponse.nullable(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Cart" });

type CartResponse = z.input<typeof cartResponse>;

type SaleResponse = z.input<typeof saleResponse>;

/** Lists every member in order, so that a new order and the same one read again give identical bytes. */
export function toSaleResponse({
  id,
  currency,
  locale,
  deliveryNote,
  shippingMethod,
  totals,
  taxIncluded,
}: SaleResponse): SaleResponse {
  const { subtotal, discount, shipping, tax, total } = totals;
  return {
    id,
    currency,
    locale,
    deliveryNote,
    shippingMethod,
    totals: { subtotal, discount, shipping, tax, total },
    taxIncluded,
  };
}

function toCartResponse(cart: Cart): CartResponse {
  const priced = priceCart(cart);
  const { version, email, contactName, phone, shippingAddress, billingAddress, updatedAt } = cart;
  const billedTo = billingAddress ?? shippingAddress;
  return {
    ...toSaleResponse({ ...cart, ...priced }),
    version,
    lines: priced.lines.map((line, index) => ({
      id: line.id,
      variantId: line.variantId,
      productId: line.productId,
      sku: line.sku,
      name: line.name,
      variantTitle: line.variantTitle,
      image: line.image,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      lineTotal: line.lineTotal,
      available: line.available,
      purchasable: obstacleOf(cart.lines[index] ?? line) === null,
    })),
    coupons: priced.coupons.map(({ discount, amount, applies }) => ({
      code: discount.code,
      amount,
      applies,
    })),
    contact: email === null ? null : { email, name: contactName, phone },
    shippingAddress: shippingAddress && toAddressResponse(shippingAddress),
    billingAddress: billedTo && toAddressResponse(billedTo),
    updatedAt,
  };
}

/** A cart as a result, with its token. */
export function cartResult(cart: Cart): StoreResult<CartResponse> {
  return { ...cartLook(cart), cartToken: cartToken(cart.id) };
}

/** The same without the token, for HEAD, which stores no cart. */
export function cartLook(cart: Cart): StoreResult<CartResponse> {
  return { data: toCartResponse(cart) };
}
