import { useTranslations } from "next-intl";
import { type CatalogueQuery, cataloguePath } from "#lib/storefront/catalogue/catalogue-query.ts";
import { Link } from "../link.tsx";

type Props = { query: CatalogueQuery & { page: number }; pages: number };

/** Links to the catalogue's other pages, if any. Not on a page after the last: NothingFound leads back from there. */
export function Pager({ query, pages }: Props) {
  const t = useTranslations("shop.catalogue");
  const { page } = query;
  if (pages <= 1 || page > pages) return null;
  return (
    <nav aria-label={t("pages")} className="mt-12 flex items-center justify-between gap-4">
      {page > 1 ? (
        <Link href={cataloguePath({ ...query, page: page - 1 })} rel="prev" className="button button-quiet">
          {t("previous")}
        </Link>
      ) : (
        <span />
      )}
      <p className="text-ink-soft">{t("page", { page, pages })}</p>
      {page < pages ? (
        <Link href={cataloguePath({ ...query, page: page + 1 })} rel="next" className="button button-quiet">
          {t("next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
