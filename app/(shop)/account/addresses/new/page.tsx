import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { layoutsOf } from "#lib/storefront/address-layout.ts";
import { home } from "#lib/storefront/countries.ts";
import { AccountFrame } from "../../../../_components/account/account-frame.tsx";
import { AddressForm } from "../../../../_components/account/address-form.tsx";
import { saveAddress } from "./save-address.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.addresses");
  return { title: t("newTitle"), robots: { index: false, follow: false } };
}

/** A new entry of the address book. */
export default async function NewAddressPage() {
  const [{ actor }, t, layouts] = await Promise.all([
    requireAccount("/account/addresses/new"),
    getTranslations("account.addresses"),
    layoutsOf(home),
  ]);
  return (
    <AccountFrame place="addresses" title={t("newTitle")}>
      <div className="max-w-2xl">
        <AddressForm action={saveAddress} layouts={layouts} name={actor.name} />
      </div>
    </AccountFrame>
  );
}
