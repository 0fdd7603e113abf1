import { useTranslations } from "next-intl";
import type { Product } from "#lib/commerce/catalog/index.ts";
import { lowestPrice, scarcityOf } from "#lib/storefront/catalogue/availability.ts";
import { Link } from "../link.tsx";
import { Picture } from "../picture.tsx";
import { Price } from "../price.tsx";
import { CardSwatches } from "./card-swatches.tsx";
import { CatalogueText } from "./catalogue-text.tsx";

/** A product in the catalogue. `eager`: its image is visible when the page opens. */
export function ProductCard({ product, eager }: { product: Product; eager: boolean }) {
  const t = useTranslations("shop.product");
  const { soldOut, scarce } = scarcityOf(product);
  const { variant, varies } = lowestPrice(product);
  const reduced = variant?.wasPrice != null && variant.wasPrice > variant.price;
  return (
    <li className="group relative">
      <div className="relative overflow-hidden rounded-picture bg-sand">
        <Picture
          src={product.image}
          alt={product.imageAlt}
          size={800}
          loading={eager ? "eager" : "lazy"}
          fetchPriority={eager ? "high" : "auto"}
          className={`aspect-square w-full object-cover motion-safe:transition-transform motion-safe:duration-300 motion-safe:group-hover:scale-[1.04] ${soldOut ? "opacity-60" : ""}`}
        />
        <p className="absolute top-3 start-3 flex flex-wrap gap-2 empty:hidden">
          {soldOut && <Tag>{t("soldOut")}</Tag>}
          {reduced && !soldOut && <Tag>{t("reduced")}</Tag>}
        </p>
      </div>
      <h2 className="mt-3.5 text-lg leading-snug sm:text-xl">
        <Link
          href={`/products/${product.slug}`}
          className="after:absolute after:inset-0 after:rounded-picture group-hover:text-marsh group-hover:underline underline-offset-4 decoration-1"
        >
          <CatalogueText>{product.name}</CatalogueText>
        </Link>
      </h2>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        {variant && (
          <p className="text-ink-soft">
            <Price amount={variant.price} was={variant.wasPrice} currency={variant.currency} from={varies} />
          </p>
        )}
        <CardSwatches product={product} />
      </div>
      {scarce && (
        <p className="mt-1 text-[0.9375rem] font-medium text-clay-ink">
          {product.variants.length > 1
            ? t("onlyLeftIn", { count: scarce.available, variant: scarce.title })
            : t("onlyLeft", { count: scarce.available })}
        </p>
      )}
    </li>
  );
}

function Tag({ children }: { children: string }) {
  return (
    <span className="rounded-full bg-surface px-3 py-1 text-sm font-semibold text-ink shadow-sm">
      {children}
    </span>
  );
}
