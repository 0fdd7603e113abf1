import * as z from "zod";
import { orders } from "#lib/commerce/order/index.ts";
import { id } from "#lib/platform/text.ts";
import { storeRoute } from "../dialect.ts";
import { orderResponse, orderResult, toOrderResponse } from "../order-response.ts";

const ownOrder = { tag: "Orders", response: orderResponse } as const;
const params = z.object({ id });

export const listOrders = storeRoute(
  {
    ...ownOrder,
    id: "listOrders",
    method: "GET",
    path: "/store/orders",
    summary: "The caller's own orders, latest first",
    query: orders.list.policy.takes,
    response: z.array(orderResponse),
    paged: true,
  },
  {
    verb: orders.list,
    asks: ({ query }) => query,
    answers: ({ orders, total }, { query }) => ({
      data: orders.map(toOrderResponse),
      page: { total, ...query },
    }),
  },
);

export const getOrder = storeRoute(
  {
    ...ownOrder,
    id: "getOrder",
    method: "GET",
    path: "/store/orders/{id}",
    summary: "One of the caller's own orders",
    params,
  },
  { verb: orders.get, asks: ({ params }) => params, answers: orderResult },
);

export const cancelOrder = storeRoute(
  {
    ...ownOrder,
    id: "cancelOrder",
    method: "POST",
    path: "/store/orders/{id}/cancel",
    summary: "Cancel an order that has not been shipped; returns stock and coupon uses",
    params,
  },
  { verb: orders.cancel, asks: ({ params }) => params, answers: orderResult },
);
