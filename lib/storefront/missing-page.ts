import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The metadata of a page that was not found. */
export async function missingPageMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.notFound");
  return { title: t("title"), robots: { index: false, follow: false } };
}
