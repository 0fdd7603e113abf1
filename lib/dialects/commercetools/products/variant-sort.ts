import type { Sort } from "#lib/platform/filter/index.ts";

const prices =
  /^(price|variants\.((price|scopedPrice\.(value|currentValue))\.centAmount|prices\.value\.centAmount))$/;

/**
 * The key of `searchSortFields` for a path to the prices or to an attribute of variants; null for other paths. A product
 * is sorted by the lowest or the highest of them.
 */
export function variantSort({ path, direction }: Sort, which: "lowest" | "highest"): Sort | null {
  const [first, second, name] = path;
  if (prices.test(path.join("."))) return { path: [`${which}Price`], direction };
  const isAttribute = first === "variants" && second === "attributes" && name !== undefined;
  return isAttribute ? { path: [`${which}Option`, name], direction } : null;
}
