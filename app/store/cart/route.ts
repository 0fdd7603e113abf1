import { showCart } from "#lib/cart/index.ts";
import { getCartSpec } from "#lib/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/store-api/index.ts";

export const GET = storeRoute(getCartSpec, async ({ ctx, headers, query }) => {
  const { currency, country } = query;
  const wanted = { ...(currency && { currency }), ...(country && { country }) };
  return cartResult(await showCart(ctx, { ...cartHandle(headers), ...wanted }));
});
