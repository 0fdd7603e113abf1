import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isCancellable, isInAccount } from "#lib/commerce/order/index.ts";
import { signInPath } from "#lib/storefront/account/entry-paths.ts";
import { maskEmail } from "#lib/storefront/account/mask-email.ts";
import { accountStatus, type StatusParams, titleAfter } from "#lib/storefront/account/status-words.ts";
import { cancelMetadata } from "#lib/storefront/order/cancel-metadata.ts";
import { heldOrder } from "#lib/storefront/order/held-order.ts";
import { ownOrderPath } from "#lib/storefront/order/placed-path.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { EntryFrame } from "../../../../../_components/account/entry-frame.tsx";
import { ConfirmForm } from "../../../../../_components/form/confirm-form.tsx";
import { Link } from "../../../../../_components/link.tsx";
import { CancelTitle } from "../../../../../_components/order/cancel-title.tsx";
import { CannotCancel } from "../../../../../_components/order/cannot-cancel.tsx";
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
  if (isInAccount(order) || !order.email) {
    return (
      <EntryFrame title={title} lead={t("inAccount")}>
        <div className="flex flex-wrap gap-4">
          <Link href={signInPath(`/account/orders/${order.id}/cancel`)} className="button">
            {t("signIn")}
          </Link>
          <Link href={back} className="button button-quiet">
            {t("cancelNo")}
          </Link>
        </div>
      </EntryFrame>
    );
  }
  const email = maskEmail(order.email);
  // Only the mail leads further, so its button is no longer the one to press.
  const [lead, submit] = status
    ? [t("askedLead", { email }), { words: t("askAgain"), className: "button button-quiet" }]
    : [t("askLead", { email }), { words: t("ask"), className: "button" }];
  return (
    <EntryFrame title={title} lead={lead} status={status}>
      <p className="mb-6 text-ink-soft">{t("askWhy")}</p>
      <ConfirmForm
        id="cancel"
        action={mailCancellation}
        fields={{ token }}
        submit={{ ...submit, busy: t("asking") }}
        back={{ href: back, words: t("cancelNo") }}
      />
    </EntryFrame>
  );
}
