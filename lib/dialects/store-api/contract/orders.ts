import * as z from "zod";
import type { RouteSpec } from "#lib/platform/http/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { orderResponse } from "../order-response.ts";

const orderRoute = { tag: "Orders", auth: "session", response: orderResponse } as const;

export const listOrdersSpec = {
  ...orderRoute,
  id: "listOrders",
  method: "GET",
  path: "/store/orders",
  summary: "The caller's own orders, the latest first",
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  response: z.array(orderResponse),
  paged: true,
  errors: ["validation_failed", "unauthenticated"],
} as const satisfies RouteSpec;

export const getOrderSpec = {
  ...orderRoute,
  id: "getOrder",
  method: "GET",
  path: "/store/orders/{id}",
  summary: "One of the caller's own orders",
  params: z.object({ id }),
  errors: ["validation_failed", "unauthenticated", "not_found"],
} as const satisfies RouteSpec;

export const cancelOrderSpec = {
  ...orderRoute,
  id: "cancelOrder",
  method: "POST",
  path: "/store/orders/{id}/cancel",
  summary: "Cancel an order that has not been sent; stock and coupon uses go back",
  params: z.object({ id }),
  errors: ["validation_failed", "unauthenticated", "untrusted_origin", "not_found", "order_not_cancellable"],
  limits: [acts.cancelOrder],
} as const satisfies RouteSpec;
