import { getTranslations } from "next-intl/server";
import { type Cart, isEmpty } from "#lib/commerce/cart/index.ts";

/** What can have happened to a cart that has nothing in it. */
const toAnEmptyOne = new Set(["removed", "ended"]);

/**
 * Words for what has just happened to the cart, by the "status" of the address that an action led to. Null where the
 * cart says otherwise by now: the address may be an old one.
 */
export async function cartStatusWords(
  status: string | string[] | undefined,
  cart: Cart | null,
): Promise<string | null> {
  const t = await getTranslations("shop.cart");
  if (typeof status !== "string" || !/^\w+$/.test(status) || !t.has(`status.${status}`)) return null;
  if ((!cart || isEmpty(cart)) && !toAnEmptyOne.has(status)) return null;
  return status === "coupon" && cart?.coupons.length === 0 ? null : t(`status.${status}`);
}
