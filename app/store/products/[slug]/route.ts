import { getProduct } from "#lib/commerce/catalog/index.ts";
import { getProductSpec } from "#lib/dialects/store-api/contract.ts";
import { storeRoute, toProductResponse } from "#lib/dialects/store-api/index.ts";

export const GET = storeRoute(getProductSpec, async ({ ctx, params, query }) => ({
  data: toProductResponse(await getProduct(ctx, { ...params, ...query })),
}));
