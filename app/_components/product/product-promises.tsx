import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { countryName } from "#lib/platform/address/address-lines.ts";
import { formatMoney } from "#lib/platform/money.ts";
import type { DeliveryOutlook } from "#lib/storefront/checkout/delivery-outlook.ts";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { Icon, type IconName } from "../icon.tsx";
import { ShortDay } from "../order/day.tsx";

/** When a product would arrive and for how much, and that nobody needs an account. */
export async function ProductPromises({ outlook }: { outlook: DeliveryOutlook | null }) {
  const [t, locale] = await Promise.all([getTranslations("shop.product"), getLocale()]);
  return (
    <ul className="mt-8 space-y-4 border-t border-line pt-6">
      {outlook && (
        <Promised
          icon="truck"
          title={t.rich(outlook.first === outlook.last ? "expectedOn" : "expected", {
            first: () => <ShortDay day={outlook.first} locale={locale} />,
            last: () => <ShortDay day={outlook.last} locale={locale} />,
          })}
        >
          {t.rich("shipping", {
            method: () => <CatalogueText>{outlook.method}</CatalogueText>,
            country: countryName(outlook.country, locale),
            price: formatMoney(outlook.price, outlook.currency, locale),
          })}
        </Promised>
      )}
      {takesGuests() && (
        <Promised icon="mail" title={t("noAccount")}>
          {t("noAccountHint")}
        </Promised>
      )}
    </ul>
  );
}

function Promised({ icon, title, children }: { icon: IconName; title: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <Icon name={icon} className="mt-0.5 size-6 text-marsh" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className="text-[0.9375rem] text-ink-soft">{children}</p>
      </div>
    </li>
  );
}
