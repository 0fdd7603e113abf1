import { syncCart } from "#lib/cart/index.ts";
import { syncCartSpec } from "#lib/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/store-api/index.ts";

export const POST = storeRoute(syncCartSpec, async ({ ctx, headers }) =>
  cartResult(await syncCart(ctx, cartHandle(headers))),
);
