import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { orders as own } from "#lib/commerce/order/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { accountStatus, titleAfter } from "#lib/storefront/account/status-words.ts";
import { AccountDetails } from "../../_components/account/account-details.tsx";
import { AccountFrame } from "../../_components/account/account-frame.tsx";
import { ConfirmAddress } from "../../_components/account/confirm-address.tsx";
import { NoOrders } from "../../_components/account/no-orders.tsx";
import { OrderList } from "../../_components/account/order-list.tsx";
import { Link } from "../../_components/link.tsx";

type Params = { status?: string | string[]; verified?: string | string[]; error?: string | string[] };
type Props = { searchParams: Promise<Params> };

const latest = { limit: 3, offset: 0 };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("account.overview");
  return { title: await titleAfter(searchParams, t("title")), robots: { index: false, follow: false } };
}

/** The overview of the account. */
export default async function AccountPage({ searchParams }: Props) {
  const { verified, error } = await searchParams;
  const dead = error !== undefined;
  const path = verified === undefined ? "/account" : `/account?verified=1${dead ? "&error=1" : ""}`;
  const ctx = await requireAccount(path);
  const { name, emailVerified, email } = ctx.actor;
  // With guests, the orders may be waiting for this: those that were placed with the address can be claimed now.
  if (verified !== undefined && emailVerified)
    redirect(`${takesGuests() ? "/account/orders" : "/account"}?status=confirmed`);
  const [t, status, { orders, total }] = await Promise.all([
    getTranslations("account.overview"),
    accountStatus(searchParams),
    perform(own.list, ctx, latest),
  ]);
  return (
    <AccountFrame place="overview" title={name ? t("titleNamed", { name }) : t("title")} status={status}>
      <div className="space-y-10">
        {!emailVerified && <ConfirmAddress email={email} dead={dead} />}
        <section aria-labelledby="latest">
          <h2 id="latest" className="mb-4">
            {t("latest")}
          </h2>
          {total === 0 ? <NoOrders /> : <OrderList orders={orders} heading="h3" />}
          {total > latest.limit && (
            <Link href="/account/orders" className="link mt-4 inline-flex min-h-11 items-center">
              {t("allOrders")}
            </Link>
          )}
        </section>
        <AccountDetails actor={ctx.actor} />
      </div>
    </AccountFrame>
  );
}
