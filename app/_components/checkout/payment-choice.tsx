import { getLocale, getTranslations } from "next-intl/server";
import { payments } from "#lib/commerce/payment/index.ts";
import { languageOf } from "#lib/platform/i18n/locale.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { ChoiceGroup } from "../form/choice-group.tsx";
import { WayToPay } from "../way-to-pay.tsx";

/** The payment methods to choose from. */
export async function PaymentChoice() {
  const [t, locale, ctx] = await Promise.all([
    getTranslations("shop.payment"),
    getLocale(),
    currentContext(),
  ]);
  const providers = await perform(payments.list, ctx, { language: languageOf(locale) });
  const choices = providers.flatMap(({ id: provider, icon, methods }) =>
    methods.map(({ id, title, hint }) => ({
      value: `${provider}:${id}`,
      label: <WayToPay icon={icon}>{title}</WayToPay>,
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
