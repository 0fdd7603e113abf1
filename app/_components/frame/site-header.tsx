import { getFormatter, getTranslations } from "next-intl/server";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { currentFrame } from "#lib/storefront/visitor/current-frame.ts";
import { AccountLink } from "../account/account-link.tsx";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";
import { Brand } from "./brand.tsx";

/** The header: the shop's name, links to orders and account, and the cart with its number of items. */
export async function SiteHeader() {
  const [t, { items: count }, format] = await Promise.all([
    getTranslations("shop.header"),
    currentFrame(),
    getFormatter(),
  ]);
  return (
    <header className="border-b border-line">
      <div className="page-width flex flex-wrap items-center justify-between gap-x-4 py-3">
        <Brand />
        <nav aria-label={t("navigation")} className="no-print">
          <ul className="-mx-2 flex flex-wrap items-center sm:gap-x-4">
            {takesGuests() && (
              <li className="hidden sm:block">
                <Link href="/order-status" className={item}>
                  <Icon name="truck" className="size-6" />
                  {t("track")}
                </Link>
              </li>
            )}
            <li>
              <AccountLink className={item} />
            </li>
            <li>
              <Link href="/cart" className={item}>
                <Icon name="bag" className="size-6" />
                <span className="max-sm:sr-only">{t("cart")}</span>
                {count > 0 && (
                  <span className="inline-grid h-[1.7em] min-w-[1.7em] place-items-center rounded-full bg-marsh px-1.5 text-sm font-semibold text-on-marsh tabular-nums">
                    {format.number(count)}
                  </span>
                )}
                <span className="sr-only"> {t("cartItems", { count })}</span>
              </Link>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}

const item =
  "flex min-h-11 min-w-11 items-center justify-center gap-2 px-2 whitespace-nowrap font-medium hover:text-marsh hover:underline underline-offset-4";
