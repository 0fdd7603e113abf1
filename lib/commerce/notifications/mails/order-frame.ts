import type { Action, Frame } from "#emails/_components/types.ts";
import { numberOf, type Order } from "#lib/commerce/order/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { env } from "#lib/platform/env.ts";
import type { OrderReader } from "./order-mail.ts";

/** The frame of a mail about an order: its number is the topic, and the footer says why the reader gets it. */
export function orderFrame(
  order: Order,
  { audience }: OrderReader,
  told: Pick<Frame, "title" | "preheader">,
): Frame {
  const { language, direction, words } = wordingFor(order.locale);
  const shop = words("shop.name");
  return {
    ...told,
    language,
    direction,
    shop: { name: shop, url: env.STOREFRONT_URL },
    label: numberOf(order),
    footer: [words(`footer.${audience}`, { shop })],
  };
}

/** The button that opens the order. */
export function orderAction(order: Order, { url }: OrderReader): Action {
  const { words } = wordingFor(order.locale);
  return { label: words("action.label"), url, fallback: words("action.fallback") };
}
