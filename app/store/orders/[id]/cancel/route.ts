import { cancelOrder } from "#lib/commerce/order/index.ts";
import { cancelOrderSpec } from "#lib/dialects/store-api/contract.ts";
import { storeRoute, toOrderResponse } from "#lib/dialects/store-api/index.ts";

export const POST = storeRoute(cancelOrderSpec, async ({ ctx, params }) => ({
  data: toOrderResponse(await cancelOrder(ctx, params)),
}));
