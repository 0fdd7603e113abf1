import { changeCart, setShippingMethod } from "#lib/cart/index.ts";
import { setShippingMethodSpec } from "#lib/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/store-api/index.ts";

export const PUT = storeRoute(setShippingMethodSpec, async ({ ctx, headers, body }) =>
  cartResult(
    await changeCart(ctx, cartHandle(headers), (inside, cart) => setShippingMethod(inside, cart, body)),
  ),
);
