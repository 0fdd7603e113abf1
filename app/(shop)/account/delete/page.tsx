import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { DeleteForm } from "../../../_components/account/delete-form.tsx";
import { EntryFrame } from "../../../_components/account/entry-frame.tsx";
import { ErasedAndKept } from "../../../_components/account/erased-and-kept.tsx";
import { deleteOwnAccount } from "./delete-own-account.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.delete");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** Asks for confirmation before an account is deleted, and explains the consequences. */
export default async function DeleteAccountPage() {
  const [{ actor }, t] = await Promise.all([
    requireAccount("/account/delete"),
    getTranslations("account.delete"),
  ]);
  return (
    <EntryFrame title={t("title")} lead={t("lead")}>
      <ErasedAndKept
        erased={{
          title: t("goes"),
          items: [t("goesName"), t("goesAddresses"), t("goesOrders"), t("goesLinks")],
        }}
        kept={{ title: t("stays"), items: [t("staysOrders")] }}
      />
      <DeleteForm action={deleteOwnAccount} email={actor.email} />
    </EntryFrame>
  );
}
