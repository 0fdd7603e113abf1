import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { VisitedAttempt } from "#lib/commerce/order/index.ts";
import { isOpen } from "#lib/commerce/payment/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { ownPayment } from "#lib/storefront/checkout/own-payment.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { EntryFrame } from "../../../../_components/account/entry-frame.tsx";
import { ActionForm } from "../../../../_components/form/action-form.tsx";
import { HiddenField } from "../../../../_components/form/hidden-field.tsx";
import { SubmitButton } from "../../../../_components/form/submit-button.tsx";
import { MissingPage } from "../../../../_components/missing-page.tsx";
import { answerStep } from "./answer-step.ts";

type Props = { params: Promise<{ attempt: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ attempt }, t] = await Promise.all([params, getTranslations("shop.paying")]);
  if (!isDemoCard(await ownPayment(attempt))) return missingPageMetadata();
  return { title: t("step"), robots: { index: false, follow: false } };
}

function isDemoCard(found: VisitedAttempt | null): found is VisitedAttempt {
  return found?.attempt.provider === "demo-card";
}

/** Stands in for a bank's confirmation page. */
export default async function DemoCardPage({ params }: Props) {
  const [{ attempt: id }, t, locale] = await Promise.all([
    params,
    getTranslations("shop.paying"),
    getLocale(),
  ]);
  const found = await ownPayment(id);
  if (!isDemoCard(found)) return <MissingPage />;
  const { attempt } = found;
  if (!isOpen(attempt)) redirect(`/checkout/return/${attempt.id}`);
  const amount = formatMoney(attempt.amount, attempt.currency, locale);
  return (
    <EntryFrame title={t("step")} lead={t("stepLead", { amount })}>
      <div className="flex flex-wrap gap-4">
        {(["accept", "decline"] as const).map((answer) => (
          <ActionForm key={answer} id={answer} action={answerStep}>
            <HiddenField name="id" value={attempt.id} />
            <HiddenField name="answer" value={answer} />
            <SubmitButton busy={t("busy")} className={`button ${answer === "decline" ? "button-quiet" : ""}`}>
              {t(answer)}
            </SubmitButton>
          </ActionForm>
        ))}
      </div>
    </EntryFrame>
  );
}
