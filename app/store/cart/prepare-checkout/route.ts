import { prepareCheckout } from "#lib/cart/index.ts";
import { prepareCheckoutSpec } from "#lib/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/store-api/index.ts";

export const POST = storeRoute(prepareCheckoutSpec, async ({ ctx, headers }) =>
  cartResult(await prepareCheckout(ctx, cartHandle(headers))),
);
