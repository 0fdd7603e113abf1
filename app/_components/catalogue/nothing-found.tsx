import { useTranslations } from "next-intl";
import { type CatalogueQuery, cataloguePath } from "#lib/storefront/catalogue/catalogue-query.ts";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";

type Props = { query: CatalogueQuery; pages: number; total: number };

/** Says why this part of the catalogue has no products: it ends earlier, nothing matches, or there are none. */
export function NothingFound({ query, pages, total }: Props) {
  const t = useTranslations("shop.catalogue");
  const isLate = total > 0;
  const title = isLate ? t("late", { pages }) : query.search ? t("emptyTitle") : t("bareTitle");
  return (
    <div className="mx-auto max-w-lg py-16 text-center sm:py-20">
      <span className="mx-auto grid size-20 place-items-center rounded-full bg-sky-soft text-marsh">
        <Icon name="search" className="size-9" />
      </span>
      <h2 className="mt-6 text-[1.75rem]">{title}</h2>
      {!isLate && (
        <p className="mt-3 text-balance text-ink-soft">{query.search ? t("emptyHelp") : t("bareHelp")}</p>
      )}
      <Link href={isLate ? cataloguePath({ ...query, page: pages }) : "/"} className="button mt-6">
        {isLate ? t("lastPage") : t("showAll")}
      </Link>
    </div>
  );
}
