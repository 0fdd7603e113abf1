import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isCancellable, isInAccount } from "#lib/commerce/order/index.ts";
import { maskEmail } from "#lib/storefront/account/mask-email.ts";
import { accountStatus, type StatusParams, titleAfter } from "#lib/storefront/account/status-words.ts";
import { cancelMetadata } from "#lib/storefront/order/cancel-metadata.ts";
import { heldOrder } from "#lib/storefront/order/held-order.ts";
import { ownOrderPath } from "#lib/storefront/order/placed-path.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { CancelTitle } from "../../../../../_components/order/cancel-title.tsx";
import { CannotCancel } from "../../../../../_components/order/cannot-cancel.tsx";
import { InAccount } from "../../../../../_components/order/in-account.tsx";
import { ProveByMail } from "../../../../../_components/order/prove-by-mail.tsx";
import { orderBehind } from "../order-behind.ts";
import { mailCancellation } from "./mail-cancellation.ts";

type Props = { params: Promise<{ token: string }>; searchParams: StatusParams };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const metadata = await cancelMetadata(await orderBehind(await params));
  return { ...metadata, title: await titleAfter(searchParams, String(metadata.title)) };
}

/** Offers to mail the link that cancels the order; in the browser that placed it, asks at once. */
export default async function CancelByLinkPage({ params, searchParams }: Props) {
  const { token } = await params;
  const [order, status, t] = await Promise.all([
    orderBehind({ token }),
    accountStatus(searchParams),
    getTranslations("account.order"),
  ]);
  const back = `/order-status/${encodeURIComponent(token)}`;
  if (!isCancellable(order)) return <CannotCancel order={order} back={back} />;
  if (await heldOrder(order.id)) redirect(`${ownOrderPath(await currentContext(), order.id)}/cancel`);
  const title = <CancelTitle order={order} />;
  const stay = { href: back, words: t("cancelNo") };
  if (isInAccount(order) || !order.email) {
    const page = `/account/orders/${order.id}/cancel`;
    return <InAccount title={title} lead={t("inAccount")} page={page} back={stay} />;
  }
  const email = maskEmail(order.email);
  return (
    <ProveByMail
      id="cancel"
      title={title}
      lead={{ before: t("askLead", { email }), after: t("askedLead", { email }) }}
      status={status}
      action={mailCancellation}
      token={token}
      back={stay}
    />
  );
}
