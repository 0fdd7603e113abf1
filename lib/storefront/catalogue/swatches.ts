import type { Product, Variant } from "#lib/commerce/catalog/index.ts";

/** The colours (#rrggbb) that a product comes in, in its own order. */
export function swatchesOf({ options }: Pick<Product, "options">): { name: string; color: string }[] {
  return options.flatMap(({ values, swatches = {} }) =>
    values.flatMap((name) => (swatches[name] === undefined ? [] : [{ name, color: swatches[name] }])),
  );
}

/** The colour of a variant; null if its options have none. */
export function swatchOf(
  variant: Pick<Variant, "options">,
  product: Pick<Product, "options">,
): string | null {
  const values = Object.values(variant.options);
  return swatchesOf(product).find(({ name }) => values.includes(name))?.color ?? null;
}
