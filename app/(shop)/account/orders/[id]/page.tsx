import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isCancellable, numberOf } from "#lib/commerce/order/index.ts";
import { ownOrder } from "#lib/storefront/account/own-order.ts";
import {
  accountStatus,
  type StatusParams,
  statusOf,
  titleAfter,
} from "#lib/storefront/account/status-words.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { inLanguageOf } from "#lib/storefront/order/in-language-of.ts";
import { shownOrder } from "#lib/storefront/order/shown-order.ts";
import { StatusNotice } from "../../../../_components/account/status-notice.tsx";
import { Link } from "../../../../_components/link.tsx";
import { MissingPage } from "../../../../_components/missing-page.tsx";
import { CancelButton } from "../../../../_components/order/cancel-button.tsx";
import { OrderHeading } from "../../../../_components/order/order-heading.tsx";
import { OrderView } from "../../../../_components/order/order-view.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: StatusParams };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [order, t] = await Promise.all([params.then(ownOrder), getTranslations("shop.order")]);
  if (!order) return missingPageMetadata();
  const title = await titleAfter(statusOf(order, searchParams), t("title", { number: numberOf(order) }));
  return { title, robots: { index: false, follow: false } };
}

/** One of the account's orders. */
export default async function OrderPage({ params, searchParams }: Props) {
  const [order, t] = await Promise.all([params.then(ownOrder), getTranslations("account.order")]);
  if (!order) return <MissingPage />;
  const status = await accountStatus(statusOf(order, searchParams));
  await inLanguageOf(order, `/account/orders/${order.id}`);
  const shown = await shownOrder(order);
  return (
    <>
      <Link href="/account/orders" className="link no-print mb-4 inline-flex min-h-11 items-center">
        {t("back")}
      </Link>
      <StatusNotice status={status} />
      <OrderView shown={shown} heading={<OrderHeading order={shown.order} clock={shown.clock} />}>
        {isCancellable(order) && <CancelButton href={`/account/orders/${order.id}/cancel`} />}
      </OrderView>
    </>
  );
}
