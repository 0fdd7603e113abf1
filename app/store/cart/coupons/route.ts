import { applyCoupon, changeCart } from "#lib/commerce/cart/index.ts";
import { applyCouponSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const POST = storeRoute(applyCouponSpec, async ({ ctx, headers, body }) =>
  cartResult(await changeCart(ctx, cartHandle(headers), (inside, cart) => applyCoupon(inside, cart, body))),
);
