import { trackOrderSpec } from "#lib/guest-checkout/contract.ts";
import { trackOrder } from "#lib/guest-checkout/index.ts";
import { storeRoute, toOrderResponse } from "#lib/store-api/index.ts";

export const GET = storeRoute(trackOrderSpec, async ({ ctx, params }) => ({
  data: toOrderResponse(await trackOrder(ctx, params)),
}));
