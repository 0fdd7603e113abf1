import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ownAddress } from "#lib/storefront/account/own-address.ts";
import { layoutsOf } from "#lib/storefront/forms/address-layout.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { AccountFrame } from "../../../../_components/account/account-frame.tsx";
import { AddressForm } from "../../../../_components/account/address-form.tsx";
import { MissingPage } from "../../../../_components/missing-page.tsx";
import { changeEntry } from "./change-entry.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations("account.addresses")]);
  if (!(await ownAddress(id))) return missingPageMetadata();
  return { title: t("editTitle"), robots: { index: false, follow: false } };
}

/** Edits an entry of the address book. */
export default async function EditAddressPage({ params }: Props) {
  const [address, t] = await Promise.all([
    params.then(({ id }) => ownAddress(id)),
    getTranslations("account.addresses"),
  ]);
  if (!address) return <MissingPage />;
  return (
    <AccountFrame place="addresses" title={t("editTitle")}>
      <div className="max-w-2xl">
        <AddressForm action={changeEntry} layouts={await layoutsOf(address.country)} address={address} />
      </div>
    </AccountFrame>
  );
}
