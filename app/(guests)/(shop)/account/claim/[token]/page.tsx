import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Order } from "#lib/commerce/order/index.ts";
import { claims } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { type AccountContext, requireAccount } from "#lib/storefront/account/require-account.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { EntryFrame } from "../../../../../_components/account/entry-frame.tsx";
import { ClaimForm } from "./claim-form.tsx";
import { decide } from "./decide.ts";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.claim");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** The orders behind the link; null if it is not valid for this account. */
async function offeredOrders(ctx: AccountContext, token: string): Promise<Order[] | null> {
  try {
    return await perform(claims.open, ctx, { token });
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
}

/** The page behind the mailed link: the earlier orders, to claim or decline. Opening it does not use up the link. */
export default async function ClaimPage({ params }: Props) {
  requireGuests();
  const { token } = await params;
  const ctx = await requireAccount(`/account/claim/${encodeURIComponent(token)}`);
  const [orders, t] = await Promise.all([offeredOrders(ctx, token), getTranslations("account.claim")]);
  if (!orders || orders.length === 0) {
    return (
      <EntryFrame title={t(orders ? "noneTitle" : "deadTitle")} lead={t(orders ? "noneLead" : "deadLead")}>
        <Link href="/account/orders" className="button">
          {t("toOrders")}
        </Link>
      </EntryFrame>
    );
  }
  return (
    <div className="mx-auto max-w-2xl">
      <h1>{t("title")}</h1>
      <p className="mt-3 mb-8 text-lg text-ink-soft">{t("lead", { email: ctx.actor.email })}</p>
      <ClaimForm action={decide} token={token} orders={orders} />
    </div>
  );
}
