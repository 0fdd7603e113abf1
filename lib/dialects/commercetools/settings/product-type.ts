import { localizedText, productTypeId, undated } from "../wire/references.ts";

export type WireProductType = ReturnType<typeof toProductType>;

/** The one type of this shop's products. Its attributes are the options of their variants, which are text. */
export function toProductType(optionNames: readonly string[]) {
  return {
    id: productTypeId,
    ...undated,
    key: "product",
    name: "Product",
    description: "What this shop sells",
    attributes: optionNames.map((name) => ({
      name,
      label: localizedText(name),
      type: { name: "text" as const },
      level: "Variant",
      isRequired: false,
      isSearchable: true,
      attributeConstraint: "None",
      inputHint: "SingleLine",
    })),
  };
}
