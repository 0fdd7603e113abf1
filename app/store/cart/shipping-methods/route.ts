import { cartToken, openCart, peekCart } from "#lib/commerce/cart/index.ts";
import { listShippingMethods } from "#lib/commerce/shipping/index.ts";
import { listShippingMethodsSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, storeRoute } from "#lib/dialects/store-api/index.ts";

export const GET = storeRoute(listShippingMethodsSpec, async ({ ctx, isHead, headers }) => {
  const cart = await (isHead ? peekCart : openCart)(ctx, cartHandle(headers));
  const data = await listShippingMethods(ctx, cart);
  // HEAD keeps no cart that the token would open.
  return isHead ? { data } : { data, cartToken: cartToken(cart.id) };
});
