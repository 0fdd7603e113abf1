import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The head of a page that has nothing to show. */
export async function missingPageMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.notFound");
  return { title: t("title"), robots: { index: false, follow: false } };
}
