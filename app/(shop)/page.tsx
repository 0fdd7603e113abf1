import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { alternatesOf } from "#lib/storefront/catalogue/alternates.ts";
import { cataloguePath, pageCount, type SearchParams } from "#lib/storefront/catalogue/catalogue-query.ts";
import { readCatalogue } from "#lib/storefront/public-pages/catalogue.ts";
import { given } from "#lib/storefront/public-pages/given.ts";
import { CatalogueFilter } from "../_components/catalogue/catalogue-filter.tsx";
import { CatalogueHeading } from "../_components/catalogue/catalogue-heading.tsx";
import { NothingFound } from "../_components/catalogue/nothing-found.tsx";
import { Pager } from "../_components/catalogue/pager.tsx";
import { ProductCard } from "../_components/catalogue/product-card.tsx";

type Props = { searchParams: Promise<SearchParams> };

const inSight = 4;

const shownCatalogue = cache((params: Promise<SearchParams>) =>
  given("catalogue", async () => readCatalogue(await params)),
);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { query, categories, products } = await shownCatalogue(searchParams);
  const { search, category } = query;
  const [alternates, t] = await Promise.all([
    alternatesOf(cataloguePath(query)),
    getTranslations("shop.catalogue"),
  ]);
  // Anybody can link to any search, and to a page after the last.
  const isListed = !search && products.length > 0;
  const common = isListed ? { alternates } : { robots: { index: false } };
  if (search) return { ...common, title: t("resultsFor", { search }) };
  if (!category) return common;
  const name = categories.find(({ slug }) => slug === category)?.name;
  if (!name) return { ...common, title: t("title") };
  return { ...common, title: name, description: t("categoryDescription", { category: name }) };
}

/** The catalogue. */
export default async function CataloguePage({ searchParams }: Props) {
  const { query, categories, products, total } = await shownCatalogue(searchParams);
  const pages = pageCount(total);
  return (
    <>
      <CatalogueHeading query={query} categories={categories} products={products} total={total} />
      <CatalogueFilter categories={categories} query={query} />
      {products.length === 0 ? (
        <NothingFound query={query} pages={pages} total={total} />
      ) : (
        <ul className="mt-8 grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4 xl:gap-x-8 2xl:grid-cols-5">
          {products.map((product, index) => (
            <ProductCard key={product.id} product={product} eager={index < inSight} />
          ))}
        </ul>
      )}
      <Pager query={query} pages={pages} />
    </>
  );
}
