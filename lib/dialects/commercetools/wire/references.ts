import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

// Resources that this shop has one of. Clients require a stable id for them.

export const productTypeId = "00000000-0000-7000-8000-000000000001";
export const taxCategoryId = "00000000-0000-7000-8000-000000000002";
export const initialLineStateId = "00000000-0000-7000-8000-000000000003";

export type Reference<T extends string = string> = { typeId: T; id: string };

/** A reference, not expanded. */
export function reference<T extends string>(typeId: T, id: string): Reference<T> {
  return { typeId, id };
}

/** A localized text; the shop's text is in one language. */
export function localizedText(text: string) {
  return { [catalogueLanguage]: text };
}

/** Of resources that have neither versions nor timestamps here; clients require them. */
export const undated = {
  version: 1,
  createdAt: "1970-01-01T00:00:00.000Z",
  lastModifiedAt: "1970-01-01T00:00:00.000Z",
} as const;
