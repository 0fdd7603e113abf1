import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as z from "zod";
import { type Cart, isEmpty, lineInput } from "#lib/commerce/cart/index.ts";
import { productHandle, products } from "#lib/commerce/catalog/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { statusName } from "./status-name.ts";
import { currentContext } from "./visitor/current-context.ts";

/** The statuses that apply to an empty cart. */
const toAnEmptyOne = new Set(["removed", "ended", "forgotten"]);

type Query = Record<string, string | string[] | undefined>;

const removedLine = z
  .object({
    product: productHandle.shape.slug,
    variant: lineInput.shape.variantId,
    quantity: z.coerce.number().pipe(lineInput.shape.quantity),
  })
  .transform(({ variant, ...rest }) => ({ ...rest, variantId: variant }));

/** The line that the URL says was just removed from the cart, or null. */
export function lastRemoved(query: Query): z.output<typeof removedLine> | null {
  const { data = null } = removedLine.safeParse(query);
  return query.status === "removed" ? data : null;
}

/**
 * The message for the "status" in the URL after an action on the cart. Null if the cart contradicts it: the URL may be
 * old.
 */
export async function cartStatusWords(query: Query, cart: Cart | null): Promise<string | null> {
  const t = await getTranslations("shop.cart");
  const status = statusName(query.status);
  if (status === null || !t.has(`status.${status}`)) return null;
  if ((!cart || isEmpty(cart)) && !toAnEmptyOne.has(status)) return null;
  if (status === "coupon" && cart?.coupons.length === 0) return null;
  if (status === "ended" && cart && !isEmpty(cart)) return t("endedOther");
  const removed = lastRemoved(query);
  const name = removed && (await nameOf(removed.product, removed.variantId));
  return name ? t("removedLine", { name }) : t(`status.${status}`);
}

/** A variant's name, as the cart shows it. Null if it is no longer sold. */
const nameOf = cache(async (slug: string, variantId: string): Promise<string | null> => {
  const handle = productHandle.parse({ slug });
  const product = await perform(products.get, await currentContext(), handle).catch((error: unknown) => {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  });
  const variant = product?.variants.find(({ id }) => id === variantId);
  return product && variant ? `${product.name}, ${variant.title}` : null;
});
