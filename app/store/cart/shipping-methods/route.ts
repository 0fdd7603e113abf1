import { cartToken, openCart, peekCart } from "#lib/cart/index.ts";
import { listShippingMethods } from "#lib/shipping/index.ts";
import { listShippingMethodsSpec } from "#lib/store-api/contract.ts";
import { cartHandle, storeRoute } from "#lib/store-api/index.ts";

export const GET = storeRoute(listShippingMethodsSpec, async ({ ctx, isHead, headers }) => {
  const look = isHead ? peekCart : openCart;
  const cart = await look(ctx, cartHandle(headers));
  return { data: await listShippingMethods(ctx, cart), cartToken: cartToken(cart.id) };
});
