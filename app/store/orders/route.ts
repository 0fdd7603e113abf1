import { listOrders } from "#lib/commerce/order/index.ts";
import { listOrdersSpec } from "#lib/dialects/store-api/contract.ts";
import { storeRoute, toOrderResponse } from "#lib/dialects/store-api/index.ts";

export const GET = storeRoute(listOrdersSpec, async ({ ctx, query }) => {
  const { orders, total } = await listOrders(ctx, query);
  return { data: orders.map(toOrderResponse), page: { total, ...query } };
});
