import { useLocale, useTranslations } from "next-intl";
import { offeredPayments, wordsOf } from "#lib/commerce/payment/index.ts";
import { languageOf } from "#lib/platform/i18n/locale.ts";
import { ChoiceGroup } from "../form/choice-group.tsx";

/** The payment methods to choose from. */
export function PaymentChoice() {
  const t = useTranslations("shop.payment");
  const language = languageOf(useLocale());
  const choices = offeredPayments().flatMap((provider) =>
    wordsOf(provider, language).methods.map(({ id, title, hint }) => ({
      value: `${provider.id}:${id}`,
      label: title,
      hint,
    })),
  );
  const [first] = choices;
  return (
    <ChoiceGroup
      name="payment"
      legend={t("how")}
      heading
      choices={choices}
      {...(first && { preset: first.value })}
    />
  );
}
