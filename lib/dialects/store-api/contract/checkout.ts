import * as z from "zod";
import type { RouteSpec } from "#lib/platform/http/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { line } from "#lib/platform/text.ts";
import { cartHeaders, idempotencyHeader } from "../headers.ts";
import { orderResponse } from "../order-response.ts";

export const listPaymentProvidersSpec = {
  id: "listPaymentProviders",
  method: "GET",
  path: "/store/checkout/payment-providers",
  tag: "Checkout",
  summary: "The ways to pay",
  auth: "session",
  response: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      methods: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  errors: ["unauthenticated"],
} as const satisfies RouteSpec;

export const placeOrderSpec = {
  id: "placeOrder",
  method: "POST",
  path: "/store/checkout/place-order",
  tag: "Checkout",
  summary: "Turn the cart into an order, once",
  description:
    "Two tabs, a retry and a double click get one order and the same answer. With an Idempotency-Key the answer is kept for 24 hours, byte for byte. Nobody is charged what nobody was shown: the details of CART_CHANGED are [{ what, was, is }], where what is lines, coupons, shipping, tax or total in minor units, or version; GET /store/cart shows the cart as it is now. A coupon that takes nothing off is not used up. An order that costs nothing asks no provider and is paid.",
  auth: "session",
  cart: true,
  headers: cartHeaders.extend(idempotencyHeader.shape),
  body: z.object({
    paymentProvider: line(60)
      .optional()
      .meta({ description: "May be left out when nothing is due, and is not asked then" }),
    paymentMethod: line(60).optional(),
    cartVersion: z
      .int()
      .min(1)
      .optional()
      .meta({ description: "The version the shopper was shown; another one answers CART_CHANGED" }),
    expectedTotal: z.int().min(0).optional().meta({
      description:
        "The total the shopper was shown, in minor units; another one answers CART_CHANGED. Left out, what the cart's last answer said counts",
    }),
  }),
  response: orderResponse,
  status: 201,
  errors: [
    "bad_request",
    "validation_failed",
    "unauthenticated",
    "untrusted_origin",
    "not_found",
    "cart_empty",
    "contact_required",
    "address_required",
    "shipping_method_required",
    "price_not_available",
    "payment_provider_required",
    "payment_provider_not_enabled",
    "payment_declined",
    "out_of_stock",
    "cart_changed",
    "coupon_not_applicable",
    "session_changed",
    "idempotency_key_reused",
    "too_many_requests",
  ],
  limits: [acts.placeOrder],
} as const satisfies RouteSpec;
