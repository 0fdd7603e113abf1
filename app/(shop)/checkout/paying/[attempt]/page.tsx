import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isOpen, type KeptAttempt } from "#lib/commerce/payment/index.ts";
import { stepPath } from "#lib/storefront/checkout/checkout-steps.ts";
import { ownPayment } from "#lib/storefront/checkout/own-payment.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { EntryFrame } from "../../../../_components/account/entry-frame.tsx";
import { Link } from "../../../../_components/link.tsx";
import { MissingPage } from "../../../../_components/missing-page.tsx";

type Props = { params: Promise<{ attempt: string }> };

const secondsToNextLook = 5;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ attempt }, t] = await Promise.all([params, getTranslations("shop.paying")]);
  const found = await ownPayment(attempt);
  if (!found) return missingPageMetadata();
  return { title: t(standOf(found.attempt)), robots: { index: false, follow: false } };
}

/** The status of a payment without an order: processing, declined, not made, or being returned. */
export default async function PayingPage({ params }: Props) {
  const [{ attempt: id }, t] = await Promise.all([params, getTranslations("shop.paying")]);
  const found = await ownPayment(id);
  if (!found) return <MissingPage />;
  const { attempt, order } = found;
  if (order) redirect(`/checkout/return/${attempt.id}`);
  const stands = standOf(attempt);
  if (stands === "waiting") {
    return (
      <EntryFrame title={t("waiting")} lead={t("waitingLead")}>
        <meta httpEquiv="refresh" content={String(secondsToNextLook)} />
        {/* A full page load, because the link leads through a route that is not a page. */}
        <a href={`/checkout/return/${attempt.id}`} className="button">
          {t("again")}
        </a>
      </EntryFrame>
    );
  }
  if (stands === "returned") {
    return (
      <EntryFrame title={t("returned")} lead={t("returnedLead")}>
        <Link href="/cart" className="button">
          {t("cart")}
        </Link>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t(stands)} lead={t("endedLead")}>
      <Link href={stepPath("payment")} className="button">
        {t("back")}
      </Link>
    </EntryFrame>
  );
}

function standOf(attempt: KeptAttempt): "waiting" | "returned" | "declined" | "ended" {
  if (isOpen(attempt)) return "waiting";
  if (attempt.goesBack) return "returned";
  return attempt.state === "declined" ? "declined" : "ended";
}
