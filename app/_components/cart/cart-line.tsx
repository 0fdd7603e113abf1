import { useLocale, useTranslations } from "next-intl";
import { type CartLine as CartLineOnSale, obstacleOf, type PricedLine } from "#lib/commerce/cart/index.ts";
import { countryName } from "#lib/platform/address/address-lines.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Link } from "../link.tsx";
import { Picture } from "../picture.tsx";
import { Stepper } from "./stepper.tsx";

type Props = {
  line: PricedLine;
  /** The line in the cart, without a price if it is not sold here. */
  onSale: CartLineOnSale;
  currency: string;
  country: string;
};

/** A line of the cart's form, with its quantity, a remove button, and any obstacle to buying it. */
export function CartLine({ line, onSale, currency, country }: Props) {
  const t = useTranslations("shop.cart");
  const { id, name, variantTitle, image, quantity, unitPrice, lineTotal, productSlug } = line;
  const locale = useLocale();
  const fullName = `${name}, ${variantTitle}`;
  const obstacle = obstacleOf(onSale);
  // An obstacle has a row of its own, as wide as the line on a phone.
  const [lastRow, wideRow, rows] = obstacle
    ? ["row-start-3", "sm:row-start-3", "sm:row-span-3"]
    : ["row-start-2", "sm:row-start-2", "sm:row-span-2"];
  return (
    <li className="grid grid-cols-[min(5rem,25%)_minmax(0,1fr)_auto] gap-x-4 gap-y-3 py-6 sm:grid-cols-[min(7rem,25%)_minmax(0,1fr)_auto]">
      {image && (
        <Picture
          src={image}
          alt=""
          size={112}
          className={`aspect-square w-full rounded-lg bg-sand ${rows}`}
        />
      )}
      <div className="col-span-2 sm:col-span-1">
        <h2 className="text-lg leading-snug">
          {onSale.published ? (
            <Link href={`/products/${productSlug}`} className="hover:underline underline-offset-4">
              <CatalogueText>{name}</CatalogueText>
            </Link>
          ) : (
            <CatalogueText>{name}</CatalogueText>
          )}
        </h2>
        <p className="text-[0.9375rem] text-ink-soft">
          <CatalogueText>{variantTitle}</CatalogueText>
        </p>
        {quantity > 1 && (
          <p className="text-[0.9375rem] text-ink-soft tabular-nums">
            {t("each", { price: formatMoney(unitPrice, currency, locale) })}
          </p>
        )}
      </div>
      {obstacle && (
        <p className="col-span-3 row-start-2 rounded-lg border border-clay-ink bg-clay-soft px-4 py-2.5 sm:col-span-2 sm:col-start-2">
          {t(obstacle, { available: onSale.available, country: countryName(country, locale) })}
        </p>
      )}
      {/* On a phone price and controls share a row if they fit; on a wider screen each has its place in the grid. */}
      <div className={`col-span-3 ${lastRow} flex flex-row-reverse flex-wrap gap-x-4 gap-y-2 sm:contents`}>
        <p className="py-2 text-end text-lg font-medium whitespace-nowrap tabular-nums sm:col-start-3 sm:row-start-1 sm:py-0">
          {formatMoney(lineTotal, currency, locale)}
        </p>
        <div
          className={`flex grow basis-[min-content] flex-wrap items-start gap-x-4 gap-y-2 sm:col-start-2 ${wideRow}`}
        >
          <Stepper
            lineId={id}
            quantity={quantity}
            label={t("quantityOf", { name: fullName })}
            less={t("less", { name: fullName })}
            more={t("more", { name: fullName })}
          />
          <SubmitButton
            name="remove"
            value={id}
            busy={t("remove")}
            label={t("removeItem", { name: fullName })}
            className="button-bare"
          >
            {t("remove")}
          </SubmitButton>
        </div>
      </div>
    </li>
  );
}
