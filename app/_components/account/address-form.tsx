import { useLocale, useTranslations } from "next-intl";
import type { CustomerAddress } from "#lib/commerce/customer/index.ts";
import { splitName } from "#lib/platform/address/full-name.ts";
import { spacedPhone } from "#lib/platform/phone.ts";
import { everyCountry } from "#lib/storefront/checkout/countries.ts";
import type { AddressLayout } from "#lib/storefront/forms/address-layout.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { CountryField } from "../address/country-field.tsx";
import { NameFields } from "../address/name-fields.tsx";
import { PlaceFields } from "../address/place-fields.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { CheckField } from "../form/check-field.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { TextField } from "../form/text-field.tsx";
import { Link } from "../link.tsx";

/** `address` is the entry to edit; without it the form creates one, in the country of the first layout. */
type Props = { action: FormAction; layouts: AddressLayout[]; address?: CustomerAddress; name?: string };

/** An entry of the address book. */
export function AddressForm({ action, layouts, address, name }: Props) {
  const locale = useLocale();
  const t = useTranslations("account.addresses");
  const form = useTranslations("account.form");
  const words = useTranslations("shop.address");
  const checkout = useTranslations("shop.checkout");
  const defaultValue = address
    ? { ...address, phone: spacedPhone(address.phone), isDefault: address.isDefault ? "on" : null }
    : { country: layouts[0]?.country, ...splitName(name ?? null) };
  return (
    <ActionForm id="address" action={action} defaultValue={defaultValue} problem={form("problem")}>
      {address && <HiddenField name="id" value={address.id} />}
      <div className="space-y-5">
        <CountryField
          name="country"
          label={t("country")}
          update={words("updateCountry")}
          countries={everyCountry(locale)}
          autoComplete="country"
        />
        <NameFields
          country="country"
          names={{ firstName: "firstName", lastName: "lastName" }}
          layouts={layouts}
          words={{ fullName: form("name"), firstName: t("firstName"), lastName: t("lastName") }}
        />
        <TextField
          name="fullAddress"
          label={t("fullAddress")}
          hint={t("fullAddressHint")}
          autoComplete="address-line1"
        />
        <PlaceFields
          country="country"
          names={{ city: "city", region: "state", postalCode: "pincode" }}
          layouts={layouts}
          words={{ optional: checkout("optional"), choose: words("choose") }}
        />
        <TextField
          name="phone"
          label={t("phone")}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          className="sm:max-w-1/2 sm:pe-2"
        />
      </div>
      <div className="mt-4">
        <CheckField name="isDefault" label={t("isDefault")} />
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
        <SubmitButton busy={t("saving")}>{t("save")}</SubmitButton>
        <Link href="/account/addresses" className="link inline-flex min-h-11 items-center">
          {t("cancel")}
        </Link>
      </div>
    </ActionForm>
  );
}
