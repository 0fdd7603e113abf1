import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

/** Text of the catalogue, marked with its own language. */
export function CatalogueText({ children }: { children: string }) {
  return <bdi lang={catalogueLanguage}>{children}</bdi>;
}
