import { changeCart, setAddress } from "#lib/commerce/cart/index.ts";
import { setAddressSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const PUT = storeRoute(setAddressSpec, async ({ ctx, headers, body }) =>
  cartResult(await changeCart(ctx, cartHandle(headers), (inside, cart) => setAddress(inside, cart, body))),
);
