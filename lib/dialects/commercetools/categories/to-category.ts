import type { ListedCategory } from "#lib/commerce/catalog/index.ts";
import { localizedText, undated } from "../wire/references.ts";

export type WireCategory = ReturnType<typeof toCategory>;

/** A category in its wire shape. Categories are flat here. */
export function toCategory({ id, slug, name, position }: ListedCategory) {
  return {
    id,
    ...undated,
    key: slug,
    name: localizedText(name),
    slug: localizedText(slug),
    ancestors: [],
    orderHint: String(position),
    assets: [],
  };
}
