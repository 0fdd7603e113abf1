import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { currentContext } from "#lib/storefront/current-context.ts";

/** The link to the account or the sign-in page. */
export async function AccountLink({ className }: { className: string }) {
  const [{ actor }, t] = await Promise.all([currentContext(), getTranslations("account.header")]);
  const isCustomer = actor.type === "customer";
  return (
    <Link href={isCustomer ? "/account" : "/sign-in"} className={className}>
      {t(isCustomer ? "account" : "signIn")}
    </Link>
  );
}
