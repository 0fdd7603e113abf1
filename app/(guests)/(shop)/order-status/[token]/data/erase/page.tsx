import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isInAccount } from "#lib/commerce/order/index.ts";
import { isOwnOrder } from "#lib/guest-checkout/index.ts";
import { signInPath } from "#lib/storefront/account/entry-paths.ts";
import { maskEmail } from "#lib/storefront/account/mask-email.ts";
import { accountStatus, type StatusParams, titleAfter } from "#lib/storefront/account/status-words.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { EntryFrame } from "../../../../../../_components/account/entry-frame.tsx";
import { ConfirmForm } from "../../../../../../_components/form/confirm-form.tsx";
import { Link } from "../../../../../../_components/link.tsx";
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
  const [order, status, t, words] = await Promise.all([
    orderBehind({ token }),
    accountStatus(searchParams),
    getTranslations("account.erase"),
    getTranslations("account.order"),
  ]);
  const back = { href: `/order-status/${encodeURIComponent(token)}/data`, words: t("cancel") };
  if (isInAccount(order) || !order.email) {
    return (
      <EntryFrame title={t("title")} lead={t("inAccount")}>
        <div className="flex flex-wrap gap-4">
          <Link href={signInPath("/account/delete")} className="button">
            {words("signIn")}
          </Link>
          <Link href={back.href} className="button button-quiet">
            {back.words}
          </Link>
        </div>
      </EntryFrame>
    );
  }
  if (isOwnOrder(await currentContext(), order)) return <EraseQuestion token={token} />;
  const email = maskEmail(order.email);
  // Only the mail leads further, so its button is no longer the one to press.
  const [lead, submit] = status
    ? [t("askedLead", { email }), { words: words("askAgain"), className: "button button-quiet" }]
    : [t("askLead", { email }), { words: words("ask"), className: "button" }];
  return (
    <EntryFrame title={t("title")} lead={lead} status={status}>
      <p className="mb-6 text-ink-soft">{words("askWhy")}</p>
      <ConfirmForm
        id="erase"
        action={mailErasure}
        fields={{ token }}
        submit={{ ...submit, busy: words("asking") }}
        back={back}
      />
    </EntryFrame>
  );
}
