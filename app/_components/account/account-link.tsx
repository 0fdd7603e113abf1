import { getTranslations } from "next-intl/server";
import { currentContext } from "#lib/storefront/current-context.ts";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";

/** The link to the account or the sign-in page. A phone shows its icon alone. */
export async function AccountLink({ className }: { className: string }) {
  const [{ actor }, t] = await Promise.all([currentContext(), getTranslations("account.header")]);
  const isCustomer = actor.type === "customer";
  return (
    <Link href={isCustomer ? "/account" : "/sign-in"} className={className}>
      <Icon name="user" className="size-6" />
      <span className="max-sm:sr-only">{t(isCustomer ? "account" : "signIn")}</span>
    </Link>
  );
}
