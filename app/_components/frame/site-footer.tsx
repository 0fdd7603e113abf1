import { useTranslations } from "next-intl";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { Link } from "../link.tsx";
import { LanguageChoice } from "./language-choice.tsx";

/** The footer, with help in the same place on every page. */
export function SiteFooter() {
  const t = useTranslations("shop.footer");
  const site = useTranslations("shop.site");
  return (
    <footer className="no-print mt-8 bg-sand-soft">
      <div className="page-width flex flex-col gap-6 py-10 sm:flex-row sm:justify-between">
        <div className="max-w-md">
          <p className="font-display text-xl">{site("tagline")}</p>
          {takesGuests() && <p className="mt-2 text-ink-soft">{t("promise")}</p>}
          <p className="mt-4 text-sm text-ink-soft">{t("note")}</p>
        </div>
        <div className="space-y-6">
          <nav aria-label={t("navigation")}>
            <ul className="-my-1">
              {takesGuests() && (
                <li>
                  <Link href="/order-status" className={item}>
                    {t("track")}
                  </Link>
                </li>
              )}
              <li>
                <Link href="/cart" className={item}>
                  {t("cart")}
                </Link>
              </li>
              <li>
                <Link href="/" className={item}>
                  {t("shop")}
                </Link>
              </li>
            </ul>
          </nav>
          <LanguageChoice />
        </div>
      </div>
    </footer>
  );
}

const item = "inline-flex min-h-10 items-center hover:text-marsh hover:underline underline-offset-4";
