import { storeRoute, toOrderResponse } from "#lib/dialects/store-api/index.ts";
import { lookupOrderSpec } from "#lib/guest-checkout/contract.ts";
import { lookupOrder } from "#lib/guest-checkout/index.ts";

export const POST = storeRoute(lookupOrderSpec, async ({ ctx, body }) => ({
  data: toOrderResponse(await lookupOrder(ctx, body)),
}));
