import { useTranslations } from "next-intl";
import { numberOf, type Order } from "#lib/commerce/order/index.ts";
import { cancelTitleWord } from "#lib/storefront/order/cancel-title.ts";
import { OrderNumber } from "./order-number.tsx";

/** The heading of a page on which an order is cancelled. */
export function CancelTitle({ order }: { order: Order }) {
  const t = useTranslations("account.order");
  const number = numberOf(order);
  return <OrderNumber number={number}>{t(cancelTitleWord(order), { number })}</OrderNumber>;
}
