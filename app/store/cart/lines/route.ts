import { addLine, addLines, changeCart } from "#lib/commerce/cart/index.ts";
import { addLineSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, cartResult, storeRoute } from "#lib/dialects/store-api/index.ts";

export const POST = storeRoute(addLineSpec, async ({ ctx, headers, body }) =>
  cartResult(
    await changeCart(ctx, cartHandle(headers), (inside, cart) =>
      "lines" in body ? addLines(inside, cart, body.lines) : addLine(inside, cart, body),
    ),
  ),
);
