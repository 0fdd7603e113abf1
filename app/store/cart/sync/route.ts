import { syncCart } from "#lib/commerce/cart/index.ts";
import { syncCartSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const POST = storeRoute(syncCartSpec, async ({ ctx, headers }) =>
  cartResult(await syncCart(ctx, cartHandle(headers))),
);
