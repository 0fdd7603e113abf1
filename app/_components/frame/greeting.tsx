import { useTranslations } from "next-intl";
import type { Product } from "#lib/commerce/catalog/index.ts";
import { Picture } from "../picture.tsx";

/** What the shop is about, beside its first products in a row of arches. */
export function Greeting({ products }: { products: Product[] }) {
  const t = useTranslations("shop.catalogue");
  return (
    <div className="mb-8 grid items-end gap-8 rounded-picture bg-sky-soft px-6 pt-8 sm:mb-10 sm:px-10 md:grid-cols-2 lg:px-14">
      <div className="pb-8 md:self-center lg:py-14">
        <h1 className="text-[clamp(2.375rem,1.6rem+3.2vw,4rem)]">{t("heading")}</h1>
        <p className="mt-4 max-w-prose text-lg text-ink-soft">{t("lead")}</p>
      </div>
      <ul aria-hidden="true" className="hidden grid-cols-3 items-end gap-4 md:grid lg:gap-6">
        {products.slice(0, 3).map(({ id, image }, index) => (
          <li key={id} className="overflow-hidden rounded-t-full bg-sand">
            <Picture
              src={image}
              alt=""
              size={800}
              fetchPriority="high"
              className={`w-full object-cover ${index === 1 ? "aspect-[3/5]" : "aspect-[3/4]"}`}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
