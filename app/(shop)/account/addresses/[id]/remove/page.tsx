import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toAddress } from "#lib/commerce/customer/index.ts";
import { ownAddress } from "#lib/storefront/account/own-address.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { EntryFrame } from "../../../../../_components/account/entry-frame.tsx";
import { AddressBlock } from "../../../../../_components/address-block.tsx";
import { ActionForm } from "../../../../../_components/form/action-form.tsx";
import { HiddenField } from "../../../../../_components/form/hidden-field.tsx";
import { SubmitButton } from "../../../../../_components/form/submit-button.tsx";
import { Link } from "../../../../../_components/link.tsx";
import { MissingPage } from "../../../../../_components/missing-page.tsx";
import { removeEntry } from "./remove-entry.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations("account.addresses")]);
  if (!(await ownAddress(id))) return missingPageMetadata();
  return { title: t("removeTitle"), robots: { index: false, follow: false } };
}

/** Asks before an address is removed. */
export default async function RemoveAddressPage({ params }: Props) {
  const [address, t] = await Promise.all([
    params.then(({ id }) => ownAddress(id)),
    getTranslations("account.addresses"),
  ]);
  if (!address) return <MissingPage />;
  return (
    <EntryFrame title={t("removeTitle")} lead={t("removeLead")}>
      <div className="card mb-8 p-5">
        <AddressBlock address={toAddress(address)} />
      </div>
      <ActionForm id="remove" action={removeEntry} className="flex flex-wrap gap-4">
        <HiddenField name="id" value={address.id} />
        <SubmitButton busy={t("removing")} className="button button-danger">
          {t("removeYes")}
        </SubmitButton>
        <Link href="/account/addresses" className="button button-quiet">
          {t("removeNo")}
        </Link>
      </ActionForm>
    </EntryFrame>
  );
}
