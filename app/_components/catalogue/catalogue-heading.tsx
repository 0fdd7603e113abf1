import { useTranslations } from "next-intl";
import type { Category, Product } from "#lib/commerce/catalog/index.ts";
import type { CatalogueQuery } from "#lib/storefront/catalogue/catalogue-query.ts";
import { Greeting } from "../frame/greeting.tsx";
import { CatalogueText } from "./catalogue-text.tsx";

type Props = { query: CatalogueQuery; categories: Category[]; products: Product[]; total: number };

/** The heading: the shop's greeting, a category, or the search with its number of results. */
export function CatalogueHeading({ query, categories, products, total }: Props) {
  const t = useTranslations("shop.catalogue");
  const { search, category } = query;
  const name = categories.find(({ slug }) => slug === category)?.name;
  if (!search && !category) return <Greeting products={products} />;
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
