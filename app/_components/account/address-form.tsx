import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CustomerAddress } from "#lib/customer/index.ts";
import { countryChoices } from "#lib/storefront/countries.ts";
import { splitName } from "#lib/storefront/delivery-defaults.ts";
import type { FormAction } from "#lib/storefront/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SelectField } from "../form/select-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { TextField } from "../form/text-field.tsx";
import { CheckField } from "./check-field.tsx";

/** `address` is the one that is edited; without it the form is for a new one. */
type Props = { action: FormAction; address?: CustomerAddress; name?: string };

/** An entry of the address book. */
export function AddressForm({ action, address, name }: Props) {
  const t = useTranslations("account.addresses");
  const form = useTranslations("account.form");
  const countries = countryChoices([{ countries: [] }]).map(({ code, name }) => ({
    value: code,
    label: name,
  }));
  const defaultValue = address
    ? { ...address, isDefault: address.isDefault ? "on" : null }
    : { country: countries[0]?.value, ...splitName(name ?? null) };
  return (
    <ActionForm id="address" action={action} defaultValue={defaultValue} problem={form("problem")}>
      {address && <HiddenField name="id" value={address.id} />}
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-6">
        <SelectField
          name="country"
          label={t("country")}
          options={countries}
          autoComplete="country"
          className="sm:col-span-6"
        />
        <TextField
          name="firstName"
          label={t("firstName")}
          autoComplete="given-name"
          className="sm:col-span-3"
        />
        <TextField
          name="lastName"
          label={t("lastName")}
          autoComplete="family-name"
          className="sm:col-span-3"
        />
        <TextField
          name="fullAddress"
          label={t("fullAddress")}
          hint={t("fullAddressHint")}
          autoComplete="address-line1"
          className="sm:col-span-6"
        />
        <TextField name="city" label={t("city")} autoComplete="address-level2" className="sm:col-span-2" />
        <TextField name="state" label={t("state")} autoComplete="address-level1" className="sm:col-span-2" />
        <TextField
          name="pincode"
          label={t("pincode")}
          autoComplete="postal-code"
          autoCapitalize="characters"
          className="sm:col-span-2"
        />
        <TextField
          name="phone"
          label={t("phone")}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          className="sm:col-span-3"
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
