import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { longestNote } from "#lib/commerce/cart/index.ts";
import type { ShippingOffer } from "#lib/commerce/shipping/index.ts";
import type { CountryChoice } from "#lib/storefront/checkout/countries.ts";
import type { deliveryDefaults } from "#lib/storefront/checkout/delivery-defaults.ts";
import type { AddressLayout } from "#lib/storefront/forms/address-layout.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { CheckField } from "../form/check-field.tsx";
import { Folded } from "../form/folded.tsx";
import { TextArea } from "../form/text-area.tsx";
import { TextField } from "../form/text-field.tsx";
import { AddressFields } from "./address-fields.tsx";
import { BillingFields } from "./billing-fields.tsx";
import { ShippingMethods } from "./shipping-methods.tsx";

type Props = {
  action: FormAction;
  defaultValue: ReturnType<typeof deliveryDefaults>;
  countries: CountryChoice[];
  billing: { countries: CountryChoice[]; load?: () => Promise<CountryChoice[]> };
  layouts: AddressLayout[];
  offers: ShippingOffer[];
  country: string;
  currency: string;
  after: ReactNode;
  children: ReactNode;
};

/** Shipping address, billing address and shipping method. */
export function DeliveryForm({
  action,
  defaultValue,
  countries,
  billing,
  layouts,
  offers,
  country,
  currency,
  after,
  children,
}: Props) {
  const t = useTranslations("shop.delivery");
  const checkout = useTranslations("shop.checkout");
  return (
    <ActionForm
      id="delivery"
      action={action}
      defaultValue={defaultValue}
      problem={checkout("problem")}
      className="space-y-8"
      after={after}
    >
      {children}
      <fieldset>
        <legend className="sr-only">{t("shippingLegend")}</legend>
        <AddressFields kind="shipping" countries={countries} layouts={layouts} />
        <TextField
          name="phone"
          label={t("phone")}
          optional={checkout("optional")}
          hint={t("phoneHint")}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          enterKeyHint="done"
          className="mt-5"
        />
        <Folded name="deliveryNote" summary={t("addNote")} className="mt-5">
          <TextArea name="deliveryNote" label={t("note")} hint={t("noteHint", { max: longestNote })} />
        </Folded>
      </fieldset>
      <div className="billing">
        {/* CSS hides the fields while it is checked, see .billing in styles/forms.css. */}
        <CheckField name="billingSame" label={t("billingSame")} />
        <BillingFields legend={t("billingLegend")} another={t("billingOther")}>
          <AddressFields kind="billing" {...billing} layouts={layouts} />
        </BillingFields>
      </div>
      <div>
        <ShippingMethods offers={offers} country={country} currency={currency} />
        <noscript>
          <button
            type="submit"
            name="intent"
            value="update"
            className="button button-quiet button-small mt-3"
          >
            {t("update")}
          </button>
        </noscript>
      </div>
    </ActionForm>
  );
}
