import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { currentCart } from "#lib/storefront/current-cart.ts";
import { AccountLink } from "./account/account-link.tsx";
import { Logo } from "./logo.tsx";

/** The header: the shop's name, links to orders and account, and the cart with its number of items. */
export async function SiteHeader() {
  const [t, site, cart, format] = await Promise.all([
    getTranslations("shop.header"),
    getTranslations("shop.site"),
    currentCart(),
    getFormatter(),
  ]);
  const count = cart?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-6xl items-center flex-wrap justify-between gap-x-4 px-5 py-3 sm:px-8">
        <Link href="/" aria-label={site("homeLabel")} className="flex items-center gap-2.5 py-1">
          <Logo className="size-8 sm:size-10" />
          <span className="font-display text-[1.375rem] leading-none sm:text-[1.625rem] tracking-tight">
            {site("name")}
          </span>
        </Link>
        <nav aria-label={t("navigation")} className="no-print">
          <ul className="-mx-2 flex flex-wrap items-center sm:gap-x-4">
            {takesGuests() && (
              <li className="hidden sm:block">
                <Link href="/order-status" className={item}>
                  {t("track")}
                </Link>
              </li>
            )}
            <li>
              <AccountLink className={item} />
            </li>
            <li>
              <Link href="/cart" className={item}>
                {t("cart")}
                {count > 0 && (
                  <span className="mx-2 inline-grid h-6 min-w-6 place-items-center rounded-full bg-marsh px-1.5 text-sm font-semibold text-on-marsh tabular-nums">
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
  "flex min-h-11 items-center px-2 whitespace-nowrap font-medium hover:text-marsh hover:underline underline-offset-4";
