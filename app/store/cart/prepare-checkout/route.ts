import { prepareCheckout } from "#lib/commerce/cart/index.ts";
import { prepareCheckoutSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const POST = storeRoute(prepareCheckoutSpec, async ({ ctx, headers }) =>
  cartResult(await prepareCheckout(ctx, cartHandle(headers))),
);
