import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { numberOf, type Order } from "#lib/commerce/order/index.ts";
import { cancelTitleWord } from "./cancel-title.ts";

/** The metadata of a page on which an order is cancelled. */
export async function cancelMetadata(order: Order): Promise<Metadata> {
  const t = await getTranslations("account.order");
  return {
    title: t(cancelTitleWord(order), { number: numberOf(order) }),
    robots: { index: false, follow: false },
  };
}
