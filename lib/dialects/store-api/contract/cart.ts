import * as z from "zod";
import {
  cartAddressInput,
  couponInput,
  linesInput,
  quantityInput,
  shippingMethodInput,
} from "#lib/commerce/cart/index.ts";
import { currencyCode } from "#lib/commerce/catalog/index.ts";
import { country } from "#lib/platform/address.ts";
import type { RouteSpec } from "#lib/platform/http/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id, line } from "#lib/platform/text.ts";
import { cartResponse, shippingMethodResponse } from "../cart-response.ts";
import { cartHeaders } from "../headers.ts";

const cartRoute = {
  tag: "Cart",
  auth: "optional",
  cart: true,
  headers: cartHeaders,
  response: cartResponse,
} as const;

/** What any change may meet: somebody else was quicker, or the session ended meanwhile. */
const raced = ["cart_changed", "session_changed"] as const;
const lineParams = z.object({ lineId: id });

export const getCartSpec = {
  ...cartRoute,
  id: "getCart",
  method: "GET",
  path: "/store/cart",
  summary: "The caller's cart; a new one when there is none",
  query: z.object({ currency: currencyCode.optional(), country: country.optional() }),
  writes: true,
  errors: ["validation_failed", "session_changed", "too_many_requests"],
} as const satisfies RouteSpec;

export const addLineSpec = {
  ...cartRoute,
  id: "addCartLine",
  method: "POST",
  path: "/store/cart/lines",
  summary: "Put a variant, or up to 100, into the cart; the same variant adds up",
  body: linesInput,
  errors: [...raced, "validation_failed", "bad_request", "not_found", "price_not_available", "out_of_stock"],
  limits: [acts.changeCart],
} as const satisfies RouteSpec;

export const changeLineSpec = {
  ...cartRoute,
  id: "changeCartLine",
  method: "PATCH",
  path: "/store/cart/lines/{lineId}",
  summary: "Set a line's quantity; 0 removes it",
  params: lineParams,
  body: quantityInput,
  errors: [...raced, "validation_failed", "bad_request", "not_found", "price_not_available", "out_of_stock"],
  limits: [acts.changeCart],
} as const satisfies RouteSpec;

export const removeLineSpec = {
  ...cartRoute,
  id: "removeCartLine",
  method: "DELETE",
  path: "/store/cart/lines/{lineId}",
  summary: "Take a line out of the cart",
  params: lineParams,
  errors: [...raced, "validation_failed", "not_found"],
  limits: [acts.changeCart],
} as const satisfies RouteSpec;

export const setAddressSpec = {
  ...cartRoute,
  id: "setCartAddress",
  method: "PUT",
  path: "/store/cart/address",
  summary: "Say where the order goes, in full or by an entry of the address book",
  body: cartAddressInput,
  errors: [...raced, "validation_failed", "unauthenticated", "not_found"],
  limits: [acts.changeCart],
} as const satisfies RouteSpec;

export const listShippingMethodsSpec = {
  ...cartRoute,
  id: "listShippingMethods",
  method: "GET",
  path: "/store/cart/shipping-methods",
  summary: "The shipping methods for the cart's country and currency",
  response: z.array(shippingMethodResponse),
  writes: true,
  errors: ["validation_failed", "session_changed", "too_many_requests"],
} as const satisfies RouteSpec;

export const setShippingMethodSpec = {
  ...cartRoute,
  id: "setShippingMethod",
  method: "PUT",
  path: "/store/cart/shipping-method",
  summary: "Choose how the order is sent",
  body: shippingMethodInput,
  errors: [...raced, "validation_failed", "shipping_method_not_available"],
  limits: [acts.changeCart],
} as const satisfies RouteSpec;

export const applyCouponSpec = {
  ...cartRoute,
  id: "applyCoupon",
  method: "POST",
  path: "/store/cart/coupons",
  summary: "Add a coupon",
  body: couponInput,
  errors: [...raced, "validation_failed", "coupon_not_applicable"],
  limits: [acts.enterCoupon, acts.changeCart],
} as const satisfies RouteSpec;

export const removeCouponSpec = {
  ...cartRoute,
  id: "removeCoupon",
  method: "DELETE",
  path: "/store/cart/coupons/{code}",
  summary: "Take a coupon off",
  params: z.object({ code: line(40) }),
  errors: [...raced, "validation_failed", "not_found"],
  limits: [acts.changeCart],
} as const satisfies RouteSpec;

export const prepareCheckoutSpec = {
  ...cartRoute,
  auth: "session",
  id: "prepareCheckout",
  method: "POST",
  path: "/store/cart/prepare-checkout",
  summary: "Hold the stock for 15 minutes and settle the totals",
  errors: [
    ...raced,
    "unauthenticated",
    "validation_failed",
    "cart_empty",
    "price_not_available",
    "out_of_stock",
  ],
  limits: [acts.changeCart],
} as const satisfies RouteSpec;

export const syncCartSpec = {
  ...cartRoute,
  auth: "customer",
  id: "syncCart",
  method: "POST",
  path: "/store/cart/sync",
  summary: "Merge the cart of x-cart-token into the customer's",
  description: "Asked again it changes nothing.",
  errors: ["unauthenticated", "validation_failed", "session_changed"],
  limits: [acts.changeCart],
} as const satisfies RouteSpec;
