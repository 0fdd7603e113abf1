import { useTranslations } from "next-intl";
import { Link } from "../link.tsx";

/** An account that has bought nothing yet. */
export function NoOrders() {
  const t = useTranslations("account.orders");
  return (
    <div className="rounded-xl bg-sand-soft px-6 py-10 text-center">
      <h2>{t("empty")}</h2>
      <p className="mt-2 text-ink-soft">{t("emptyHelp")}</p>
      <Link href="/" className="button mt-6">
        {t("browse")}
      </Link>
    </div>
  );
}
