import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

/** Words of the catalogue, which are in one language whatever that of the page is. */
export function CatalogueText({ children }: { children: string }) {
  return <bdi lang={catalogueLanguage}>{children}</bdi>;
}
