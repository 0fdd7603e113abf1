import { useTranslations } from "next-intl";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";

/** The link to the account or the sign-in page. A phone shows its icon alone. */
export function AccountLink({ isCustomer, className }: { isCustomer: boolean; className: string }) {
  const t = useTranslations("account.header");
  return (
    <Link href={isCustomer ? "/account" : "/sign-in"} className={className}>
      <Icon name="user" className="size-6" />
      <span className="max-sm:sr-only">{t(isCustomer ? "account" : "signIn")}</span>
    </Link>
  );
}
