import { peekCart, showCart } from "#lib/cart/index.ts";
import { getCartSpec } from "#lib/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/store-api/index.ts";

export const GET = storeRoute(getCartSpec, async ({ ctx, isHead, headers, query }) => {
  const { currency, country } = query;
  const wanted = { ...(currency && { currency }), ...(country && { country }) };
  const look = isHead ? peekCart : showCart;
  return cartResult(await look(ctx, { ...cartHandle(headers), ...wanted }));
});
