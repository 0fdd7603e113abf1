import Link from "next/link";
import { useTranslations } from "next-intl";

/** A search or a category without products. */
export function NothingFound() {
  const t = useTranslations("shop.catalogue");
  return (
    <div className="mx-auto max-w-md py-20 text-center">
      <h2>{t("emptyTitle")}</h2>
      <p className="mt-3 text-ink-soft">{t("emptyHelp")}</p>
      <Link href="/" className="button mt-6">
        {t("showAll")}
      </Link>
    </div>
  );
}
