import Link from "next/link";
import { useTranslations } from "next-intl";
import { answerWith } from "#lib/platform/http/reached.ts";

/** Shown for an invalid link, without the reason: truncated, replaced, or never issued. */
export function DeadLink() {
  answerWith(404);
  const t = useTranslations("shop.tracking");
  return (
    <div className="max-w-xl">
      <h1>{t("notFoundTitle")}</h1>
      <p className="mt-4 text-lg text-ink-soft">{t("notFoundLead")}</p>
      <Link href="/order-status" className="button mt-8">
        {t("notFoundAction")}
      </Link>
    </div>
  );
}
