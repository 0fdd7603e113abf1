import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShippingOffer } from "#lib/commerce/shipping/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import type { AddressLayout } from "#lib/storefront/address-layout.ts";
import type { CountryChoice } from "#lib/storefront/countries.ts";
import { daysIn } from "#lib/storefront/delivery-days.ts";
import type { deliveryDefaults } from "#lib/storefront/delivery-defaults.ts";
import type { FormAction } from "#lib/storefront/form-action.ts";
import { CatalogueText } from "../catalogue-text.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { FoldedText } from "../form/folded-text.tsx";
import { AddressFields } from "./address-fields.tsx";
import { BillingSame } from "./billing-same.tsx";
import { ShippingMethods } from "./shipping-methods.tsx";

type Props = {
  action: FormAction;
  defaultValue: ReturnType<typeof deliveryDefaults>;
  countries: CountryChoice[];
  billingCountries: CountryChoice[];
  layouts: AddressLayout[];
  offers: ShippingOffer[];
  currency: string;
  children: ReactNode;
};

/** Shipping address, billing address and shipping method. */
export function DeliveryForm({
  action,
  defaultValue,
  countries,
  billingCountries,
  layouts,
  offers,
  currency,
  children,
}: Props) {
  const locale = useLocale();
  const t = useTranslations("shop.delivery");
  const address = useTranslations("shop.address");
  const checkout = useTranslations("shop.checkout");
  const words = {
    country: address("country"),
    firstName: address("firstName"),
    lastName: address("lastName"),
    line1: address("line1"),
    line2: address("line2"),
    choose: address("choose"),
    optional: checkout("optional"),
    updateCountry: address("updateCountry"),
  };
  const methods = offers.map(({ id, name, description, price, minDays, maxDays, countries }) => ({
    id,
    countries,
    name: <CatalogueText>{name}</CatalogueText>,
    hint: (
      <>
        {`${t("days", daysIn({ minDays, maxDays }))}. `}
        <CatalogueText>{description}</CatalogueText>
      </>
    ),
    price: price === 0 ? t("free") : formatMoney(price, currency, locale),
  }));
  return (
    <ActionForm
      id="delivery"
      action={action}
      defaultValue={defaultValue}
      problem={checkout("problem")}
      className="space-y-10"
    >
      <fieldset>
        <legend className="sr-only">{t("shippingLegend")}</legend>
        <AddressFields
          name="shippingAddress"
          purpose="shipping"
          countries={countries}
          layouts={layouts}
          words={words}
        />
        <FoldedText name="deliveryNote" label={t("note")} hint={t("noteHint")} summary={t("addNote")} />
      </fieldset>
      <div className="billing">
        <BillingSame label={t("billingSame")} />
        <fieldset className="billing-fields mt-6 border-s-2 border-line ps-5">
          <legend className="mb-4 font-display text-2xl">{t("billingLegend")}</legend>
          <AddressFields
            name="billingAddress"
            purpose="billing"
            countries={billingCountries}
            layouts={layouts}
            words={words}
          />
        </fieldset>
      </div>
      <ShippingMethods legend={t("method")} none={t("noMethod")} methods={methods} />
      {children}
    </ActionForm>
  );
}
