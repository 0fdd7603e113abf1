import * as z from "zod";
import {
  cartAddressInput,
  carts,
  cartToken,
  couponInput,
  languageInput,
  shippingMethodInput,
} from "#lib/commerce/cart/index.ts";
import { currencyCode } from "#lib/commerce/catalog/index.ts";
import { country } from "#lib/platform/address.ts";
import { line } from "#lib/platform/text.ts";
import { cartLook, cartResult, shippingMethodResponse } from "../cart-response.ts";
import { storeRoute } from "../dialect.ts";
import { cartHandle } from "../headers.ts";
import { ownCart } from "./own-cart.ts";

export const getCart = storeRoute(
  {
    ...ownCart,
    id: "getCart",
    method: "GET",
    path: "/store/cart",
    summary: "The caller's cart; a new one if there is none",
    query: z.object({ currency: currencyCode.optional(), country: country.optional() }),
  },
  {
    verb: carts.show,
    asks: ({ headers, query, isHead }) => ({ cart: { ...cartHandle(headers), ...query }, keep: !isHead }),
    answers: (cart, { isHead }) => (isHead ? cartLook : cartResult)(cart),
  },
);

export const setCartLanguage = storeRoute(
  {
    ...ownCart,
    id: "setCartLanguage",
    method: "PATCH",
    path: "/store/cart",
    summary: "Set the language of the order, its pages and its mails; null for the shop's default",
    body: languageInput,
  },
  {
    verb: carts.setLanguage,
    asks: ({ headers, body }) => ({ cart: cartHandle(headers), ...body }),
    answers: cartResult,
  },
);

export const setCartAddress = storeRoute(
  {
    ...ownCart,
    id: "setCartAddress",
    method: "PUT",
    path: "/store/cart/address",
    summary: "Set the shipping address, in full or from the address book",
    body: cartAddressInput,
  },
  {
    verb: carts.setAddress,
    asks: ({ headers, body }) => ({ cart: cartHandle(headers), address: body }),
    answers: cartResult,
  },
);

export const listShippingMethods = storeRoute(
  {
    ...ownCart,
    id: "listShippingMethods",
    method: "GET",
    path: "/store/cart/shipping-methods",
    summary: "The shipping methods for the cart's country and currency",
    response: z.array(shippingMethodResponse),
  },
  {
    verb: carts.listShippingMethods,
    asks: ({ headers, isHead }) => ({ cart: cartHandle(headers), keep: !isHead }),
    // HEAD stores no cart, so there is no token.
    answers: ({ cart, methods }, { isHead }) => ({
      data: methods,
      cartToken: isHead ? undefined : cartToken(cart.id),
    }),
  },
);

export const setShippingMethod = storeRoute(
  {
    ...ownCart,
    id: "setShippingMethod",
    method: "PUT",
    path: "/store/cart/shipping-method",
    summary: "Choose the shipping method",
    body: shippingMethodInput,
  },
  {
    verb: carts.setShippingMethod,
    asks: ({ headers, body }) => ({ cart: cartHandle(headers), ...body }),
    answers: cartResult,
  },
);

export const applyCoupon = storeRoute(
  {
    ...ownCart,
    id: "applyCoupon",
    method: "POST",
    path: "/store/cart/coupons",
    summary: "Add a coupon",
    body: couponInput,
  },
  {
    verb: carts.applyCoupon,
    asks: ({ headers, body }) => ({ cart: cartHandle(headers), ...body }),
    answers: cartResult,
  },
);

export const removeCoupon = storeRoute(
  {
    ...ownCart,
    id: "removeCoupon",
    method: "DELETE",
    path: "/store/cart/coupons/{code}",
    summary: "Remove a coupon",
    params: z.object({ code: line(40) }),
  },
  {
    verb: carts.removeCoupon,
    asks: ({ headers, params }) => ({ cart: cartHandle(headers), ...params }),
    answers: cartResult,
  },
);

export const prepareCheckout = storeRoute(
  {
    ...ownCart,
    id: "prepareCheckout",
    method: "POST",
    path: "/store/cart/prepare-checkout",
    summary: "Hold the stock for 15 minutes and update the totals",
  },
  {
    verb: carts.prepareCheckout,
    asks: ({ headers }) => ({ cart: cartHandle(headers) }),
    answers: cartResult,
  },
);

export const syncCart = storeRoute(
  {
    ...ownCart,
    id: "syncCart",
    method: "POST",
    path: "/store/cart/sync",
    summary: "Merge the cart of x-cart-token into the customer's",
    description: "Idempotent.",
  },
  { verb: carts.sync, asks: ({ headers }) => ({ cart: cartHandle(headers) }), answers: cartResult },
);
