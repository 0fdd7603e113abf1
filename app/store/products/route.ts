import { listProducts } from "#lib/commerce/catalog/index.ts";
import { listProductsSpec } from "#lib/dialects/store-api/contract.ts";
import { storeRoute, toProductResponse } from "#lib/dialects/store-api/index.ts";

export const GET = storeRoute(listProductsSpec, async ({ ctx, query }) => {
  const { products, total } = await listProducts(ctx, query);
  return { data: products.map(toProductResponse), page: { total, limit: query.limit, offset: query.offset } };
});
