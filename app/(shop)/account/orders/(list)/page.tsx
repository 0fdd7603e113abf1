import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orders as own } from "#lib/commerce/order/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { accountStatus, titleAfter } from "#lib/storefront/account/status-words.ts";
import { NoOrders } from "../../../../_components/account/no-orders.tsx";
import { OrderList } from "../../../../_components/account/order-list.tsx";
import { OrdersPager } from "../../../../_components/account/orders-pager.tsx";
import { StatusNotice } from "../../../../_components/account/status-notice.tsx";

type Props = { searchParams: Promise<{ status?: string | string[]; page?: string | string[] }> };

const perPage = 10;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("account.orders");
  return { title: await titleAfter(searchParams, t("title")), robots: { index: false, follow: false } };
}

/** The account's orders, latest first. */
export default async function OrdersPage({ searchParams }: Props) {
  const [ctx, params, status] = await Promise.all([
    requireAccount("/account/orders"),
    searchParams,
    accountStatus(searchParams),
  ]);
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(params.page)) || 1));
  const { orders, total } = await perform(own.list, ctx, { limit: perPage, offset: (page - 1) * perPage });
  return (
    <>
      <div className="order-first">
        <StatusNotice status={status} />
      </div>
      {total === 0 ? <NoOrders /> : <OrderList orders={orders} />}
      <OrdersPager page={page} pages={Math.ceil(total / perPage)} />
    </>
  );
}
