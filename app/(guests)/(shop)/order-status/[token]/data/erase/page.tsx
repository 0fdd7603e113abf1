import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isInAccount } from "#lib/commerce/order/index.ts";
import { isOwnOrder } from "#lib/guest-checkout/index.ts";
import { maskEmail } from "#lib/storefront/account/mask-email.ts";
import { accountStatus, type StatusParams, titleAfter } from "#lib/storefront/account/status-words.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { InAccount } from "../../../../../../_components/order/in-account.tsx";
import { ProveByMail } from "../../../../../../_components/order/prove-by-mail.tsx";
import { orderBehind } from "../../order-behind.ts";
import { EraseQuestion } from "./erase-question.tsx";
import { mailErasure } from "./mail-erasure.ts";

type Props = { params: Promise<{ token: string }>; searchParams: StatusParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("account.erase");
  return { title: await titleAfter(searchParams, t("title")), robots: { index: false, follow: false } };
}

/** Offers to mail the link that erases a guest's data; in the browser that placed the order, asks at once. */
export default async function ErasePage({ params, searchParams }: Props) {
  const { token } = await params;
  const [order, status, t] = await Promise.all([
    orderBehind({ token }),
    accountStatus(searchParams),
    getTranslations("account.erase"),
  ]);
  const back = { href: `/order-status/${encodeURIComponent(token)}/data`, words: t("cancel") };
  if (isInAccount(order) || !order.email) {
    return <InAccount title={t("title")} lead={t("inAccount")} page="/account/delete" back={back} />;
  }
  if (isOwnOrder(await currentContext(), order)) return <EraseQuestion token={token} />;
  const email = maskEmail(order.email);
  return (
    <ProveByMail
      id="erase"
      title={t("title")}
      lead={{ before: t("askLead", { email }), after: t("askedLead", { email }) }}
      status={status}
      action={mailErasure}
      token={token}
      back={back}
    />
  );
}
