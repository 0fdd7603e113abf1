import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addresses as book } from "#lib/commerce/customer/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { accountStatus, titleAfter } from "#lib/storefront/account/status-words.ts";
import { AccountFrame } from "../../../_components/account/account-frame.tsx";
import { AddressCard } from "../../../_components/account/address-card.tsx";
import { Link } from "../../../_components/link.tsx";
import { makeDefault } from "./make-default.ts";

type Props = { searchParams: Promise<{ status?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("account.addresses");
  return { title: await titleAfter(searchParams, t("title")), robots: { index: false, follow: false } };
}

/** The address book. */
export default async function AddressesPage({ searchParams }: Props) {
  const ctx = await requireAccount("/account/addresses");
  const [t, status, addresses] = await Promise.all([
    getTranslations("account.addresses"),
    accountStatus(searchParams),
    perform(book.list, ctx, {}),
  ]);
  return (
    <AccountFrame place="addresses" title={t("title")} status={status}>
      {addresses.length === 0 ? (
        <p className="max-w-prose text-ink-soft">{t("empty")}</p>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {addresses.map((address) => (
            <AddressCard key={address.id} address={address} makeDefault={makeDefault} />
          ))}
        </ul>
      )}
      <Link href="/account/addresses/new" className="button mt-8">
        {t("add")}
      </Link>
    </AccountFrame>
  );
}
