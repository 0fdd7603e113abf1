import Link from "next/link";
import { useTranslations } from "next-intl";
import { takesGuests } from "#lib/commerce/notifications/index.ts";

/** Says that the page does not exist, with links to continue. */
export function NothingHere() {
  const t = useTranslations("shop.notFound");
  return (
    <div className="mx-auto max-w-md py-12 text-center sm:py-20">
      <h1>{t("title")}</h1>
      <p className="mt-4 text-lg text-ink-soft">{t("lead")}</p>
      <p className="mt-8 flex flex-wrap justify-center gap-4">
        <Link href="/" className="button">
          {t("home")}
        </Link>
        {takesGuests() && (
          <Link href="/order-status" className="button button-quiet">
            {t("track")}
          </Link>
        )}
      </p>
    </div>
  );
}
