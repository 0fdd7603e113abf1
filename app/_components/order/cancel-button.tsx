import { useTranslations } from "next-intl";
import { Link } from "../link.tsx";

/** Leads to the page that asks whether to cancel the order. */
export function CancelButton({ href }: { href: string }) {
  const t = useTranslations("account.order");
  return (
    <Link href={href} className="button button-warning no-print">
      {t("cancel")}
    </Link>
  );
}
