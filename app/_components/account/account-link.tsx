import { getTranslations } from "next-intl/server";
import { currentFrame } from "#lib/storefront/visitor/current-frame.ts";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";

/** The link to the account or the sign-in page. A phone shows its icon alone. */
export async function AccountLink({ className }: { className: string }) {
  const [{ isCustomer }, t] = await Promise.all([currentFrame(), getTranslations("account.header")]);
  return (
    <Link href={isCustomer ? "/account" : "/sign-in"} className={className}>
      <Icon name="user" className="size-6" />
      <span className="max-sm:sr-only">{t(isCustomer ? "account" : "signIn")}</span>
    </Link>
  );
}
