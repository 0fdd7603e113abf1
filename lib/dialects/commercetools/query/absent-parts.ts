import { without } from "#lib/platform/filter/index.ts";

/** Documented members of a price that none has here. */
export const noPriceParts = {
  ...without("key", "customerGroup", "channel", "validFrom", "validUntil", "discounted", "tiers", "custom"),
  ...without("recurrencePolicy"),
};

/** The same of a variant, unless a search has selected a price. */
export const noVariantParts = without(
  "isMatchingVariant",
  "price",
  "recurrencePrices",
  "scopedPrice",
  "scopedPriceDiscounted",
);
