import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "#lib/platform/money.ts";
import { CatalogueText } from "./catalogue/catalogue-text.tsx";
import { Picture } from "./picture.tsx";

type Item = {
  id: string;
  name: string;
  variantTitle: string;
  image: string | null;
  quantity: number;
  lineTotal: number;
};

/** The items of a cart or an order. */
export function ItemList({ lines, currency }: { lines: Item[]; currency: string }) {
  const locale = useLocale();
  const t = useTranslations("shop.totals");
  return (
    <ul className="space-y-4">
      {lines.map(({ id, name, variantTitle, image, quantity, lineTotal }) => (
        <li key={id} className="flex gap-4">
          {image && <Picture src={image} alt="" size={64} className="size-16 shrink-0 rounded-lg bg-sand" />}
          <div className="pair min-w-0 flex-1">
            <div>
              <p className="leading-snug font-medium">
                <CatalogueText>{name}</CatalogueText>
              </p>
              <p className="text-[0.9375rem] text-ink-soft">
                <CatalogueText>{variantTitle}</CatalogueText>
              </p>
              <p className="text-[0.9375rem] whitespace-nowrap text-ink-soft">
                {t("quantity", { count: quantity })}
              </p>
            </div>
            <p className="tabular-nums">{formatMoney(lineTotal, currency, locale)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
