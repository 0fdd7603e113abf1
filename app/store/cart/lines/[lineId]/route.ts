import { changeCart, changeLine } from "#lib/commerce/cart/index.ts";
import { changeLineSpec, removeLineSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const PATCH = storeRoute(changeLineSpec, async ({ ctx, headers, params, body }) =>
  cartResult(
    await changeCart(ctx, cartHandle(headers), (inside, cart) =>
      changeLine(inside, cart, { ...params, ...body }),
    ),
  ),
);

export const DELETE = storeRoute(removeLineSpec, async ({ ctx, headers, params }) =>
  cartResult(
    await changeCart(ctx, cartHandle(headers), (inside, cart) =>
      changeLine(inside, cart, { ...params, quantity: 0 }),
    ),
  ),
);
