import { useTranslations } from "next-intl";
import { paymentProviders } from "#lib/commerce/payment/index.ts";
import { ChoiceGroup } from "../form/choice-group.tsx";

/** Every way to pay that the shop offers. */
export function PaymentChoice() {
  const t = useTranslations("shop.payment");
  const choices = paymentProviders.flatMap((provider) =>
    provider.methods.map((method) => {
      const key = `${provider.id}.${method.id}`;
      return {
        value: `${provider.id}:${method.id}`,
        label: t.has(`options.${key}`) ? t(`options.${key}`) : method.title,
        hint: t.has(`hints.${key}`) ? t(`hints.${key}`) : undefined,
      };
    }),
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
