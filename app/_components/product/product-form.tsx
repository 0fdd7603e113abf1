import { useLocale, useTranslations } from "next-intl";
import type { Product, Variant } from "#lib/commerce/catalog/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { availabilityOf } from "#lib/storefront/catalogue/availability.ts";
import { swatchOf } from "#lib/storefront/catalogue/swatches.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { Swatch } from "../catalogue/swatch.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { ChoiceGroup } from "../form/choice-group.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { TextField } from "../form/text-field.tsx";
import { Icon } from "../icon.tsx";

/** The form to add a variant to the cart. */
export function ProductForm({ product, action }: { product: Product; action: FormAction }) {
  const t = useTranslations("shop.product");
  const locale = useLocale();
  const { variants, options } = product;
  const firstThere = variants.find(({ available }) => available > 0);
  const samePrice = variants.every(({ price }) => price === variants[0]?.price);
  if (!firstThere) {
    return (
      <p className="mt-8 flex gap-3 rounded-card bg-sand-soft px-5 py-4">
        <Icon name="warning" className="mt-0.5 size-6 text-clay-ink" />
        <span className="min-w-0">{t("allSoldOut")}</span>
      </p>
    );
  }

  function stockOf(variant: Variant) {
    const availability = availabilityOf(variant);
    if (availability.state === "soldOut") return t("soldOut");
    return availability.state === "few" ? t("onlyLeft", { count: availability.count }) : t("inStock");
  }

  const priceOf = ({ price, currency }: Variant) => formatMoney(price, currency, locale);

  return (
    <ActionForm id="add" action={action} defaultValue={{ quantity: "1" }} className="mt-8 space-y-6">
      {variants.length === 1 ? (
        <>
          <HiddenField name="variantId" value={firstThere.id} />
          <p className="text-ink-soft">
            <CatalogueText>{firstThere.title}</CatalogueText> · {stockOf(firstThere)}
          </p>
        </>
      ) : (
        <ChoiceGroup
          name="variantId"
          legend={t("choose", {
            options: options.map(({ name }) => name.toLowerCase()).join(t("separator")),
          })}
          preset={firstThere.id}
          className={`grid gap-3 ${samePrice ? "grid-cols-[repeat(auto-fill,minmax(max(8rem,50%-0.375rem),1fr))]" : "xs:grid-cols-2"}`}
          choices={variants.map((variant, index) => ({
            value: variant.id,
            label: <VariantName variant={variant} product={product} />,
            hint: samePrice ? stockOf(variant) : `${priceOf(variant)} · ${stockOf(variant)}`,
            disabled: variant.available === 0,
            variant: index + 1,
          }))}
        />
      )}
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          name="quantity"
          label={t("quantity")}
          type="number"
          inputMode="numeric"
          min={1}
          max={999}
          className="w-[7rem] shrink-0"
        />
        <SubmitButton busy={t("adding")} className="button flex-1">
          {t("add")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** A variant's title, with its colour if it has one. */
function VariantName({ variant, product }: { variant: Variant; product: Product }) {
  const color = swatchOf(variant, product);
  return (
    <span className="flex gap-2">
      {color && <Swatch color={color} className="mt-0.5 size-5" />}
      <span className="min-w-0">
        <CatalogueText>{variant.title}</CatalogueText>
      </span>
    </span>
  );
}
