import { type Cart, type CartHandle, carts } from "#lib/commerce/cart/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cartHandle, rememberCart } from "./cart-cookie.ts";
import { ensureShopper } from "./ensure-shopper.ts";

/**
 * Changes the visitor's cart and sets its language to the page's. The first change creates shopper and cart. Only in
 * actions.
 */
export async function writeCart(
  change: (ctx: Context, cart: CartHandle & { locale: string }) => Promise<Cart>,
): Promise<{ ctx: Context; cart: Cart }> {
  const ctx = await ensureShopper();
  const { locale } = await currentReader();
  const handle = { ...(await cartHandle()), locale };
  const changed = await change(ctx, handle);
  await rememberCart(changed);
  if (changed.locale === locale) return { ctx, cart: changed };
  return { ctx, cart: await perform(carts.setLanguage, ctx, { cart: handle, locale }) };
}
