import type { Markets } from "#lib/commerce/shipping/index.ts";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";
import { projectKey } from "../project.ts";
import { undated } from "../wire/references.ts";

export type WireProject = ReturnType<typeof toProject>;

/** The shop's settings in their wire shape. */
export function toProject({ countries, currencies }: Markets) {
  return {
    key: projectKey,
    name: projectKey,
    version: undated.version,
    createdAt: undated.createdAt,
    countries,
    currencies,
    languages: [catalogueLanguage],
    messages: { enabled: false, deleteDaysAfterCreation: 15 },
    carts: {
      deleteDaysAfterLastModification: 90,
      countryTaxRateFallbackEnabled: false,
      priceRoundingMode: "HalfEven",
      taxRoundingMode: "HalfUp",
    },
    inventory: { releaseExpiredReservations: false },
    discounts: { discountCombinationMode: "Stacking" },
  };
}
