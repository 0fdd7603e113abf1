import { useLocale, useTranslations } from "next-intl";
import type { ShippingMethod } from "#lib/commerce/shipping/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { Arrival } from "../arrival.tsx";
import { CatalogueText } from "../catalogue-text.tsx";
import { ChoiceGroup } from "../form/choice-group.tsx";

type Props = { methods: ShippingMethod[]; country: string; currency: string };

/** The ways to send something to a country, each with its days and price. */
export function ShippingMethods({ methods, country, currency }: Props) {
  const locale = useLocale();
  const t = useTranslations("shop.delivery");
  const [first] = methods;
  if (!first) return <p>{t("noMethod")}</p>;
  return (
    <ChoiceGroup
      key={methods.map(({ id }) => id).join()}
      name="shippingMethodId"
      legend={t("method")}
      heading
      preset={first.id}
      choices={methods.map(({ id, name, description, price, minDays, maxDays }) => ({
        value: id,
        label: <CatalogueText>{name}</CatalogueText>,
        hint: (
          <>
            <Arrival method={{ minDays, maxDays }} country={country} />
            {". "}
            <CatalogueText>{description}</CatalogueText>
          </>
        ),
        aside: price === 0 ? t("free") : formatMoney(price, currency, locale),
      }))}
    />
  );
}
