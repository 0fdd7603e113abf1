import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { alternatesOf } from "#lib/storefront/catalogue/alternates.ts";
import { sharedPicture } from "#lib/storefront/catalogue/shared-picture.ts";
import { formTitle } from "#lib/storefront/forms/form-title.ts";
import { fullTitle } from "#lib/storefront/full-title.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { findOrder } from "./find-order.ts";
import { LookupFields } from "./lookup-fields.tsx";
import { LookupForm } from "./lookup-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const [alternates, t] = await Promise.all([alternatesOf("/order-status"), getTranslations("shop.lookup")]);
  // Without scripts the page may show an order that is not known here, so it renders its own title.
  const openGraph = { title: t("title"), images: [sharedPicture()] };
  return { alternates, title: { absolute: "" }, description: t("lead"), openGraph };
}

/** Order tracking by email address and order number. */
export default async function LookupPage() {
  requireGuests();
  const [t, checkout] = await Promise.all([getTranslations("shop.lookup"), getTranslations("shop.checkout")]);
  const title = await fullTitle(await formTitle(t("title")));
  return (
    <LookupForm
      action={findOrder}
      problem={checkout("problem")}
      again={t("another")}
      header={
        <div className="mb-8">
          <title>{title}</title>
          <h1>{t("title")}</h1>
          <p className="mt-3 text-lg text-ink-soft">{t("lead")}</p>
        </div>
      }
    >
      <LookupFields />
    </LookupForm>
  );
}
