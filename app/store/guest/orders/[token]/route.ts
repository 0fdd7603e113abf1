import { storeRoute, toOrderResponse } from "#lib/dialects/store-api/index.ts";
import { trackOrderSpec } from "#lib/guest-checkout/contract.ts";
import { trackOrder } from "#lib/guest-checkout/index.ts";

export const GET = storeRoute(trackOrderSpec, async ({ ctx, params }) => ({
  data: toOrderResponse(await trackOrder(ctx, params)),
}));
