import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { homeMarket } from "#lib/commerce/home-market.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { layoutsOf } from "#lib/storefront/forms/address-layout.ts";
import { likelyAddress } from "#lib/storefront/order/last-order.ts";
import { AccountFrame } from "../../../../_components/account/account-frame.tsx";
import { AddressForm } from "../../../../_components/account/address-form.tsx";
import { saveAddress } from "./save-address.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.addresses");
  return { title: t("newTitle"), robots: { index: false, follow: false } };
}

/** A new entry of the address book, in the country of the last one or of the last order. */
export default async function NewAddressPage() {
  const ctx = await requireAccount("/account/addresses/new");
  const [likely, t] = await Promise.all([likelyAddress(ctx), getTranslations("account.addresses")]);
  const layouts = await layoutsOf(likely?.country ?? homeMarket.country);
  return (
    <AccountFrame place="addresses" title={t("newTitle")}>
      <div className="max-w-2xl">
        <AddressForm action={saveAddress} layouts={layouts} name={ctx.actor.name} />
      </div>
    </AccountFrame>
  );
}
