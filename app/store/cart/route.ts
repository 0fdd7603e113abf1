import { peekCart, showCart } from "#lib/commerce/cart/index.ts";
import { getCartSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartLook, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const GET = storeRoute(getCartSpec, async ({ ctx, isHead, headers, query }) => {
  const { currency, country } = query;
  const wanted = { ...(currency && { currency }), ...(country && { country }) };
  const handle = { ...cartHandle(headers), ...wanted };
  return isHead ? cartLook(await peekCart(ctx, handle)) : cartResult(await showCart(ctx, handle));
});
