import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { accountStatus, titleAfter } from "#lib/storefront/account/status-words.ts";
import { AccountFrame } from "../../../_components/account/account-frame.tsx";
import { NameForm } from "../../../_components/account/name-form.tsx";
import { PasswordForm } from "../../../_components/account/password-form.tsx";
import { Link } from "../../../_components/link.tsx";
import { changeName } from "./change-name.ts";
import { changePassword } from "./change-password.ts";

type Props = { searchParams: Promise<{ status?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("account.profile");
  return { title: await titleAfter(searchParams, t("title")), robots: { index: false, follow: false } };
}

/** Name, password, and account deletion. */
export default async function ProfilePage({ searchParams }: Props) {
  const { actor } = await requireAccount("/account/profile");
  const [t, status] = await Promise.all([getTranslations("account.profile"), accountStatus(searchParams)]);
  return (
    <AccountFrame place="profile" title={t("title")} status={status}>
      <div className="max-w-md space-y-12">
        <NameForm action={changeName} name={actor.name} />
        <PasswordForm action={changePassword} email={actor.email} />
        <section aria-labelledby="delete">
          <h2 id="delete">{t("deleteTitle")}</h2>
          <p className="mt-2 text-ink-soft">{t("deleteLead")}</p>
          <Link href="/account/delete" className="button button-warning mt-4">
            {t("deleteLink")}
          </Link>
        </section>
      </div>
    </AccountFrame>
  );
}
