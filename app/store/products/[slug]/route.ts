import { getProduct } from "#lib/catalog/index.ts";
import { getProductSpec } from "#lib/store-api/contract.ts";
import { storeRoute, toProductResponse } from "#lib/store-api/index.ts";

export const GET = storeRoute(getProductSpec, async ({ ctx, params, query }) => ({
  data: toProductResponse(await getProduct(ctx, { ...params, ...query })),
}));
