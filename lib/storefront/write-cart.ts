import { type Cart, type Change, changeCart, setSettings } from "#lib/commerce/cart/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import { cartHandle, rememberCart } from "./cart-cookie.ts";
import { ensureShopper } from "./ensure-shopper.ts";

/**
 * Changes the visitor's cart, whose language becomes the page's; the first change makes the shopper and the cart. Only
 * in actions.
 */
export async function writeCart(change: Change): Promise<{ ctx: Context; cart: Cart }> {
  const ctx = await ensureShopper();
  const { locale } = await currentReader();
  const cart = await changeCart(ctx, await cartHandle(), async (inside, before) =>
    setSettings(inside, await change(inside, before), { locale }),
  );
  await rememberCart(cart);
  return { ctx, cart };
}
