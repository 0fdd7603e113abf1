import type { FullShippingMethod } from "#lib/commerce/shipping/index.ts";
import { countryCodes } from "#lib/platform/address/rule.ts";
import { money } from "../wire/money.ts";
import { localizedText, reference, taxCategoryId, undated } from "../wire/references.ts";

export type WireShippingMethod = ReturnType<typeof toShippingMethod>;
export type WireZone = ReturnType<typeof toZone>;

/**
 * A shipping method in its wire shape. It has one zone, of the same id. In a search, `matching` is the currency whose
 * rates are marked as matching; null marks all rates.
 */
export function toShippingMethod(method: FullShippingMethod, matching?: string | null) {
  const { id, key, name, description, active, prices } = method;
  const shippingRates = Object.entries(prices).map(([currency, amount]) => ({
    price: money(amount, currency),
    ...(matching !== undefined && { isMatching: matching === null || matching === currency }),
    tiers: [],
  }));
  return {
    id,
    ...undated,
    key,
    name,
    localizedName: localizedText(name),
    description,
    localizedDescription: localizedText(description),
    taxCategory: reference("tax-category", taxCategoryId),
    zoneRates: [{ zone: reference("zone", id), shippingRates }],
    active,
    isDefault: false,
    stores: [],
  };
}

/** Where a shipping method goes. */
export function toZone({ id, key, name, countries }: FullShippingMethod) {
  const all = countries.length === 0 ? countryCodes : countries;
  return { id, ...undated, key, name, locations: all.map((country) => ({ country })) };
}
