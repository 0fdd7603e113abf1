import { changeCart, removeCoupon } from "#lib/commerce/cart/index.ts";
import { removeCouponSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const DELETE = storeRoute(removeCouponSpec, async ({ ctx, headers, params }) =>
  cartResult(
    await changeCart(ctx, cartHandle(headers), (inside, cart) => removeCoupon(inside, cart, params)),
  ),
);
