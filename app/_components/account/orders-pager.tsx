import { useTranslations } from "next-intl";
import { Link } from "../link.tsx";

/** Links to newer and older orders, if there are several pages. */
export function OrdersPager({ page, pages }: { page: number; pages: number }) {
  const t = useTranslations("account.orders");
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("pages")} className="mt-8 flex flex-wrap items-center justify-between gap-4">
      {page > 1 ? (
        <Link href={`/account/orders?page=${page - 1}`} rel="prev" className="button button-quiet">
          {t("previous")}
        </Link>
      ) : (
        <span />
      )}
      <p className="text-ink-soft">{t("page", { page, pages })}</p>
      {page < pages ? (
        <Link href={`/account/orders?page=${page + 1}`} rel="next" className="button button-quiet">
          {t("next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
