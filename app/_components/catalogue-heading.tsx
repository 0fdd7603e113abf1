import { useTranslations } from "next-intl";
import type { Category } from "#lib/commerce/catalog/index.ts";
import type { CatalogueQuery } from "#lib/storefront/catalogue-query.ts";
import { CatalogueText } from "./catalogue-text.tsx";

type Props = { query: CatalogueQuery; categories: Category[]; total: number };

/** The heading: the shop's greeting, a category, or the search with its number of results. */
export function CatalogueHeading({ query, categories, total }: Props) {
  const t = useTranslations("shop.catalogue");
  const { search, category } = query;
  const name = categories.find(({ slug }) => slug === category)?.name;
  if (!search && !category) {
    return (
      <div className="mb-8 max-w-2xl sm:mb-10">
        <h1 className="text-[clamp(2.25rem,1.6rem+3.2vw,3.75rem)]">{t("heading")}</h1>
        <p className="mt-4 text-lg text-ink-soft">{t("lead")}</p>
      </div>
    );
  }
  return (
    <div className="mb-6">
      <h1>
        {search ? t("resultsFor", { search }) : name ? <CatalogueText>{name}</CatalogueText> : t("title")}
      </h1>
      <p role="status" className="mt-2 text-ink-soft">
        {search && name && `${name} · `}
        {t("count", { count: total })}
      </p>
    </div>
  );
}
