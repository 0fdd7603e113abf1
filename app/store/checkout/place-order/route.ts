import { cartToken } from "#lib/commerce/cart/index.ts";
import { placeOrder } from "#lib/commerce/order/index.ts";
import { placeOrderSpec } from "#lib/dialects/store-api/contract.ts";
import { cartHandle, storeRoute, toOrderResponse } from "#lib/dialects/store-api/index.ts";
import { requireShopper } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";

export const POST = storeRoute(placeOrderSpec, async ({ ctx, headers, body }) => {
  requireShopper(ctx);
  const { token } = cartHandle(headers);
  if (token === null) throw new DomainError("bad_request", "Send the cart's token in x-cart-token");
  const { expectedTotal, ...payment } = body;
  const { order, replayed } = await placeOrder(ctx, {
    ...payment,
    expected: expectedTotal === undefined ? undefined : { total: expectedTotal },
    cart: { token },
    idempotencyKey: headers["idempotency-key"],
  });
  return { data: toOrderResponse(order), cartToken: cartToken(order.cartId), replayed };
});
