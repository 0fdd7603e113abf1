import { useTranslations } from "next-intl";
import type { CountryChoice } from "#lib/storefront/checkout/countries.ts";
import type { AddressLayout } from "#lib/storefront/forms/address-layout.ts";
import { CountryField } from "../address/country-field.tsx";
import { NameFields } from "../address/name-fields.tsx";
import { PlaceFields } from "../address/place-fields.tsx";
import { Folded } from "../form/folded.tsx";
import { TextField } from "../form/text-field.tsx";

type Props = {
  kind: "shipping" | "billing";
  countries: CountryChoice[];
  /** Loads more countries than these. */
  load?: () => Promise<CountryChoice[]>;
  layouts: AddressLayout[];
};

/** The fields of an address, with its country's parts and names. */
export function AddressFields({ kind, countries, load, layouts }: Props) {
  const t = useTranslations("shop.address");
  const checkout = useTranslations("shop.checkout");
  const name = `${kind}Address`;
  return (
    <div className="space-y-5">
      <CountryField
        name={`${name}.country`}
        label={t("country")}
        update={t("updateCountry")}
        countries={countries}
        load={load}
        autoComplete={`${kind} country`}
      />
      <NameFields
        country={`${name}.country`}
        names={{ whole: `${kind}Name`, firstName: `${name}.firstName`, lastName: `${name}.lastName` }}
        layouts={layouts}
        purpose={`${kind} `}
        words={{ fullName: t("fullName"), firstName: t("firstName"), lastName: t("lastName") }}
      />
      <TextField
        name={`${name}.line1`}
        label={t("line1")}
        autoComplete={`${kind} address-line1`}
        enterKeyHint="next"
      />
      <Folded name={`${name}.line2`} summary={t("addLine2")} className="-mt-3">
        <TextField
          name={`${name}.line2`}
          label={t("line2")}
          optional={checkout("optional")}
          autoComplete={`${kind} address-line2`}
        />
      </Folded>
      <PlaceFields
        country={`${name}.country`}
        names={{ city: `${name}.city`, region: `${name}.region`, postalCode: `${name}.postalCode` }}
        layouts={layouts}
        purpose={`${kind} `}
        words={{ optional: checkout("optional"), choose: t("choose") }}
      />
    </div>
  );
}
