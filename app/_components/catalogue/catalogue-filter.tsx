import { useTranslations } from "next-intl";
import type { Category } from "#lib/commerce/catalog/index.ts";
import { type CatalogueQuery, cataloguePath } from "#lib/storefront/catalogue/catalogue-query.ts";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";
import { CatalogueText } from "./catalogue-text.tsx";
import { SearchForm } from "./search-form.tsx";

/** Filters the catalogue: links for categories, a form for search words. Both use plain URLs. */
export function CatalogueFilter({ categories, query }: { categories: Category[]; query: CatalogueQuery }) {
  const t = useTranslations("shop.catalogue");
  const { search, category } = query;
  const links = [{ slug: undefined, name: t("all") }, ...categories];
  return (
    <div className="flex flex-col gap-5 lg:flex-row lg:items-center lg:justify-between">
      <nav aria-label={t("categories")}>
        <ul className="flex flex-wrap gap-2">
          {links.map(({ slug, name }) => (
            <li key={name}>
              <Link
                href={cataloguePath({ search, category: slug })}
                aria-current={slug === category ? "page" : undefined}
                className="inline-flex min-h-11 items-center rounded-full bg-sand-soft px-4 font-medium hover:bg-sand aria-[current]:bg-marsh aria-[current]:text-on-marsh"
              >
                {slug ? <CatalogueText>{name}</CatalogueText> : name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SearchForm className="flex flex-wrap gap-2">
        {category && <input type="hidden" name="category" value={category} />}
        <label htmlFor="search" className="sr-only">
          {t("searchLabel")}
        </label>
        <input
          key={search}
          id="search"
          type="search"
          name="search"
          defaultValue={search}
          placeholder={t("searchPlaceholder")}
          maxLength={100}
          enterKeyHint="search"
          className="input min-h-11 grow basis-32 py-1.5 lg:basis-60"
        />
        <button type="submit" className="button button-quiet button-small">
          <Icon name="search" />
          {t("search")}
        </button>
      </SearchForm>
    </div>
  );
}
