import { useTranslations } from "next-intl";
import type { AccountContext } from "#lib/storefront/account/require-account.ts";
import { EmailAddress } from "../email-address.tsx";
import { Link } from "../link.tsx";

/** The account's name and address. */
export function AccountDetails({ actor: { name, email, emailVerified } }: Pick<AccountContext, "actor">) {
  const t = useTranslations("account.overview");
  return (
    <section aria-labelledby="details">
      <h2 id="details" className="mb-4">
        {t("details")}
      </h2>
      <dl className="space-y-3">
        {name && (
          <div>
            <dt className="font-semibold">{t("name")}</dt>
            <dd className="text-ink-soft">{name}</dd>
          </div>
        )}
        <div>
          <dt className="font-semibold">{t("email")}</dt>
          <dd className="text-ink-soft">
            <EmailAddress>{email}</EmailAddress> ({t(emailVerified ? "verified" : "unverified")})
          </dd>
        </div>
      </dl>
      <Link href="/account/profile" className="link mt-3 inline-flex min-h-11 items-center">
        {t("edit")}
      </Link>
    </section>
  );
}
