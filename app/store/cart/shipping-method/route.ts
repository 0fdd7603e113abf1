import { changeCart, setShippingMethod } from "#lib/commerce/cart/index.ts";
import { setShippingMethodSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const PUT = storeRoute(setShippingMethodSpec, async ({ ctx, headers, body }) =>
  cartResult(
    await changeCart(ctx, cartHandle(headers), (inside, cart) => setShippingMethod(inside, cart, body)),
  ),
);
