import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";
import { alternatesOf } from "#lib/storefront/catalogue/alternates.ts";
import { sharedPicture } from "#lib/storefront/catalogue/shared-picture.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { given } from "#lib/storefront/public-pages/given.ts";
import { readProduct } from "#lib/storefront/public-pages/product.ts";
import { currentCart } from "#lib/storefront/visitor/current-cart.ts";
import { CatalogueText } from "../../../_components/catalogue/catalogue-text.tsx";
import { Icon } from "../../../_components/icon.tsx";
import { Link } from "../../../_components/link.tsx";
import { MissingPage } from "../../../_components/missing-page.tsx";
import { ProductData } from "../../../_components/product/product-data.tsx";
import { ProductDetails } from "../../../_components/product/product-details.tsx";
import { ProductForm } from "../../../_components/product/product-form.tsx";
import { ProductPictures } from "../../../_components/product/product-pictures.tsx";
import { ProductPromises } from "../../../_components/product/product-promises.tsx";
import { VariantPrices } from "../../../_components/product/variant-prices.tsx";
import { addToCart } from "./add-to-cart.ts";

type Props = { params: Promise<{ slug: string }> };

const shownProduct = cache((slug: string) => given("product", () => readProduct(slug, currentCart)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { product } = await shownProduct((await params).slug);
  if (!product) return missingPageMetadata();
  const { name, description, image } = product;
  const alternates = await alternatesOf(`/products/${encodeURIComponent(product.slug)}`);
  const openGraph = { title: name, description, images: [sharedPicture(image)] };
  return { title: name, description, alternates, openGraph };
}

/** A product with its variants and quantity. */
export default async function ProductPage({ params }: Props) {
  const [{ product, outlook }, t] = await Promise.all([
    shownProduct((await params).slug),
    getTranslations("shop.product"),
  ]);
  if (!product) return <MissingPage />;
  const { name, description, category } = product;
  return (
    <div className="product">
      <ProductData product={product} />
      <nav
        aria-label={t("breadcrumb")}
        className="mb-6 flex flex-wrap items-center gap-x-1.5 text-[0.9375rem] text-ink-soft"
      >
        <Link href="/" className="link inline-flex min-h-8 items-center">
          {t("all")}
        </Link>
        <Icon name="chevron" className="size-4" />
        <Link href={`/?category=${category.slug}`} className="link inline-flex min-h-8 items-center">
          <CatalogueText>{category.name}</CatalogueText>
        </Link>
      </nav>
      <div className="grid grid-cols-1 items-start gap-x-12 gap-y-8 md:gap-y-4 md:grid-cols-2 md:grid-rows-[auto_1fr] lg:gap-x-20 xl:grid-cols-[7fr_6fr]">
        <ProductPictures product={product} />
        <div className="md:row-span-2">
          <div className="md:sticky md:top-8">
            <h1>
              <CatalogueText>{name}</CatalogueText>
            </h1>
            <VariantPrices product={product} />
            <p lang={catalogueLanguage} dir="auto" className="mt-5 max-w-prose text-lg leading-relaxed">
              {description}
            </p>
            <ProductForm product={product} action={addToCart} />
            {product.variants.some(({ available }) => available > 0) && <ProductPromises outlook={outlook} />}
          </div>
        </div>
        <ProductDetails pictures={product.pictures} />
      </div>
    </div>
  );
}
