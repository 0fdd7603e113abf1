import { useLocale, useTranslations } from "next-intl";
import type { ShippingOffer } from "#lib/commerce/shipping/index.ts";
import { languageOf } from "#lib/platform/i18n/locale.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { Arrival } from "../arrival.tsx";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { OfferedMethods } from "./offered-methods.tsx";

type Props = { offers: ShippingOffer[]; country: string; currency: string };

/** The ways to send something, each with its days and price. Days are those of `country`, or of one that it serves. */
export function ShippingMethods({ offers, country, currency }: Props) {
  const locale = useLocale();
  const t = useTranslations("shop.delivery");
  const methods = offers.map(
    ({ id, name, description, descriptions, price, minDays, maxDays, countries }) => {
      const translated = descriptions[languageOf(locale)];
      const isThere = countries.length === 0 || countries.includes(country);
      return {
        value: id,
        countries,
        label: <CatalogueText>{name}</CatalogueText>,
        hint: (
          <>
            <Arrival method={{ minDays, maxDays }} country={isThere ? country : (countries[0] ?? country)} />
            <span className="block">{translated ?? <CatalogueText>{description}</CatalogueText>}</span>
          </>
        ),
        aside: price === 0 ? t("free") : formatMoney(price, currency, locale),
      };
    },
  );
  return <OfferedMethods legend={t("method")} none={t("noMethod")} methods={methods} />;
}
