import { getTranslations } from "next-intl/server";
import { type Cart, isEmpty } from "#lib/commerce/cart/index.ts";

/** The statuses that apply to an empty cart. */
const toAnEmptyOne = new Set(["removed", "ended"]);

/**
 * The message for the "status" in the URL after an action on the cart. Null if the cart contradicts it: the URL may be
 * old.
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
