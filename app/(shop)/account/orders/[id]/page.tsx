import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { clockOf, isCancellable, numberOf } from "#lib/order/index.ts";
import { toOrderResponse } from "#lib/store-api/index.ts";
import { ownOrder } from "#lib/storefront/account/own-order.ts";
import { accountStatus, titleAfter } from "#lib/storefront/account/status-words.ts";
import { StatusNotice } from "../../../../_components/account/status-notice.tsx";
import { OrderHeading } from "../../../../_components/order/order-heading.tsx";
import { OrderView } from "../../../../_components/order/order-view.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ status?: string | string[] }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [order, t] = await Promise.all([params.then(ownOrder), getTranslations("shop.order")]);
  const title = await titleAfter(searchParams, t("title", { number: numberOf(order) }));
  return { title, robots: { index: false, follow: false } };
}

/** One of the account's orders, whole. */
export default async function OrderPage({ params, searchParams }: Props) {
  const [order, status, t] = await Promise.all([
    params.then(ownOrder),
    accountStatus(searchParams),
    getTranslations("account.order"),
  ]);
  return (
    <>
      <Link href="/account/orders" className="link no-print mb-4 inline-flex min-h-11 items-center">
        {t("back")}
      </Link>
      <StatusNotice status={status} />
      <OrderHeading order={toOrderResponse(order)} clock={clockOf(order)} />
      <OrderView order={toOrderResponse(order)} clock={clockOf(order)} />
      {isCancellable(order) && (
        <Link href={`/account/orders/${order.id}/cancel`} className="button button-quiet no-print mt-12">
          {t("cancel")}
        </Link>
      )}
    </>
  );
}
