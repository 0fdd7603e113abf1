import * as z from "zod";
import { contactInput } from "#lib/commerce/cart/index.ts";
import { cartHeaders } from "#lib/dialects/store-api/headers.ts";
import { orderResponse } from "#lib/dialects/store-api/order-response.ts";
import type { RouteSpec } from "#lib/platform/http/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { accountExistsInput, lookupInput } from "./schemas.ts";

const guestRoute = { tag: "Guest checkout", module: "guest-checkout" } as const;

export const captureContactSpec = {
  ...guestRoute,
  id: "captureContact",
  method: "POST",
  path: "/store/guest/contact",
  summary: "Capture the guest's contact details",
  auth: "session",
  cart: true,
  headers: cartHeaders,
  body: contactInput,
  response: z.object({
    email: z.string(),
    accountExists: z.boolean().meta({ description: "A hint; it never gates the checkout" }),
  }),
  errors: ["bad_request", "validation_failed", "cart_changed", "session_changed"],
  limits: [acts.captureContact],
} as const satisfies RouteSpec;

export const accountExistsSpec = {
  ...guestRoute,
  id: "accountExists",
  method: "GET",
  path: "/store/guest/account-exists",
  summary: "Does a registered account use this address?",
  auth: "public",
  query: accountExistsInput,
  response: z.object({ exists: z.boolean() }),
  errors: ["validation_failed", "too_many_requests", "unavailable"],
  limits: [acts.askAccountExists],
} as const satisfies RouteSpec;

export const lookupOrderSpec = {
  ...guestRoute,
  id: "lookupOrder",
  method: "POST",
  path: "/store/guest/orders/lookup",
  summary: "Track by address and order number",
  auth: "public",
  body: lookupInput,
  response: orderResponse,
  errors: ["validation_failed", "guest_order_not_found", "too_many_requests", "unavailable"],
  limits: [acts.lookUpOrder],
} as const satisfies RouteSpec;

export const trackOrderSpec = {
  ...guestRoute,
  id: "trackOrder",
  method: "GET",
  path: "/store/guest/orders/{token}",
  summary: "Track by the link from the mail",
  auth: "public",
  params: z.object({
    token: z
      .string()
      .meta({ description: "The lookup token, 43 characters; what a mail program adds to it is overlooked" }),
  }),
  response: orderResponse,
  errors: ["guest_order_not_found", "too_many_requests"],
  limits: [acts.openMailedLink],
} as const satisfies RouteSpec;

export const guestContract: readonly RouteSpec[] = [
  captureContactSpec,
  accountExistsSpec,
  lookupOrderSpec,
  trackOrderSpec,
];
