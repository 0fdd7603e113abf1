import { cancelOrder } from "#lib/order/index.ts";
import { cancelOrderSpec } from "#lib/store-api/contract.ts";
import { storeRoute, toOrderResponse } from "#lib/store-api/index.ts";

export const POST = storeRoute(cancelOrderSpec, async ({ ctx, params }) => ({
  data: toOrderResponse(await cancelOrder(ctx, params)),
}));
