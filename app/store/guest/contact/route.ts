import { cartToken } from "#lib/commerce/cart/index.ts";
import { cartHandle, storeRoute } from "#lib/dialects/store-api/index.ts";
import { captureContactSpec } from "#lib/guest-checkout/contract.ts";
import { captureContact } from "#lib/guest-checkout/index.ts";

export const POST = storeRoute(captureContactSpec, async ({ ctx, headers, body }) => {
  const { cart, contact } = await captureContact(ctx, { cart: cartHandle(headers), contact: body });
  return { data: contact, cartToken: cartToken(cart.id) };
});
