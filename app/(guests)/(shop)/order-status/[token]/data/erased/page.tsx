import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { EntryFrame } from "../../../../../../_components/account/entry-frame.tsx";
import { Link } from "../../../../../../_components/link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.erase");
  return { title: t("doneTitle"), robots: { index: false, follow: false } };
}

/** The page after erasing, when the link no longer works. */
export default async function ErasedPage() {
  requireGuests();
  const t = await getTranslations("account.erase");
  return (
    <EntryFrame title={t("doneTitle")} lead={t("done")}>
      <Link href="/" className="button">
        {t("toShop")}
      </Link>
    </EntryFrame>
  );
}
