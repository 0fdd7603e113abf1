import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { alternatesOf } from "#lib/storefront/catalogue/alternates.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { findOrder } from "./find-order.ts";
import { LookupFields } from "./lookup-fields.tsx";
import { LookupForm } from "./lookup-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const [alternates, t] = await Promise.all([alternatesOf("/order-status"), getTranslations("shop.lookup")]);
  return { alternates, title: t("title"), description: t("lead") };
}

/** Order tracking by email address and order number. */
export default async function LookupPage() {
  requireGuests();
  const [t, checkout] = await Promise.all([getTranslations("shop.lookup"), getTranslations("shop.checkout")]);
  return (
    <LookupForm
      action={findOrder}
      problem={checkout("problem")}
      again={t("another")}
      header={
        <div className="mb-8">
          <h1>{t("title")}</h1>
          <p className="mt-3 text-lg text-ink-soft">{t("lead")}</p>
        </div>
      }
    >
      <LookupFields />
    </LookupForm>
  );
}
