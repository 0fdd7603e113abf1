import { getOrder } from "#lib/commerce/order/index.ts";
import { getOrderSpec } from "#lib/dialects/store-api/contract.ts";
import { storeRoute, toOrderResponse } from "#lib/dialects/store-api/index.ts";

export const GET = storeRoute(getOrderSpec, async ({ ctx, params }) => ({
  data: toOrderResponse(await getOrder(ctx, params)),
}));
