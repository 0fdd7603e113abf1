import { useTranslations } from "next-intl";
import type { Category } from "#lib/commerce/catalog/index.ts";
import { cataloguePath } from "#lib/storefront/catalogue-query.ts";
import { CatalogueText } from "./catalogue-text.tsx";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

/** A search or a category without products, with the ways on. */
export function NothingFound({ categories }: { categories: Category[] }) {
  const t = useTranslations("shop.catalogue");
  return (
    <div className="mx-auto max-w-lg py-16 text-center sm:py-20">
      <span className="mx-auto grid size-20 place-items-center rounded-full bg-sky-soft text-marsh">
        <Icon name="search" className="size-9" />
      </span>
      <h2 className="mt-6 text-[1.75rem]">{t("emptyTitle")}</h2>
      <p className="mt-3 text-ink-soft">{t("emptyHelp")}</p>
      <ul aria-label={t("categories")} className="mt-5 flex flex-wrap justify-center gap-x-5">
        {categories.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={cataloguePath({ category: slug })} className="link inline-flex min-h-11 items-center">
              <CatalogueText>{name}</CatalogueText>
            </Link>
          </li>
        ))}
      </ul>
      <Link href="/" className="button mt-6">
        {t("showAll")}
      </Link>
    </div>
  );
}
