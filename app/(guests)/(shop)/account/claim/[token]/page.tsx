import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { Order } from "#lib/commerce/order/index.ts";
import { claims } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { DeadEnd } from "../../../../../_components/dead-end.tsx";
import { EmailAddress } from "../../../../../_components/email-address.tsx";
import { Icon } from "../../../../../_components/icon.tsx";
import { Link } from "../../../../../_components/link.tsx";
import { ClaimForm } from "./claim-form.tsx";
import { decide } from "./decide.ts";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations("account.claim")]);
  return { title: t(titleOf((await offered(token)).orders)), robots: { index: false, follow: false } };
}

/** The orders behind the link; null if it is not valid for this account. */
const offered = cache(async (token: string): Promise<{ email: string; orders: Order[] | null }> => {
  requireGuests();
  const ctx = await requireAccount(`/account/claim/${encodeURIComponent(token)}`);
  const { email } = ctx.actor;
  try {
    return { email, orders: await perform(claims.open, ctx, { token }) };
  } catch (error) {
    if (isDomainError(error, "not_found")) return { email, orders: null };
    throw error;
  }
});

function titleOf(orders: Order[] | null): "title" | "noneTitle" | "deadTitle" {
  if (!orders) return "deadTitle";
  return orders.length === 0 ? "noneTitle" : "title";
}

/** The page behind the mailed link: the earlier orders, to claim or decline. Opening it does not use up the link. */
export default async function ClaimPage({ params }: Props) {
  const { token } = await params;
  const [{ email, orders }, t] = await Promise.all([offered(token), getTranslations("account.claim")]);
  if (!orders || orders.length === 0) {
    return (
      <DeadEnd
        mark={<Icon name={orders ? "check" : "warning"} className="size-9" />}
        title={t(titleOf(orders))}
        lead={t(orders ? "noneLead" : "deadLead")}
      >
        <Link href="/account/orders" className="button">
          {t("toOrders")}
        </Link>
      </DeadEnd>
    );
  }
  return (
    <div className="mx-auto max-w-2xl">
      <h1>{t("title")}</h1>
      <p className="mt-3 mb-8 text-lg text-ink-soft">
        {t.rich("lead", { email: () => <EmailAddress>{email}</EmailAddress> })}
      </p>
      <ClaimForm action={decide} token={token} orders={orders} />
    </div>
  );
}
