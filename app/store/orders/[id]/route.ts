import { getOrder } from "#lib/order/index.ts";
import { getOrderSpec } from "#lib/store-api/contract.ts";
import { storeRoute, toOrderResponse } from "#lib/store-api/index.ts";

export const GET = storeRoute(getOrderSpec, async ({ ctx, params }) => ({
  data: toOrderResponse(await getOrder(ctx, params)),
}));
