import type { PriceChoice } from "#lib/commerce/catalog/index.ts";
import { country } from "#lib/platform/address.ts";
import { queryFault } from "#lib/platform/filter/index.ts";
import { isCurrency } from "#lib/platform/money.ts";
import { insufficientScope } from "../http/refusal.ts";
import { covers } from "../oauth/scopes.ts";
import { flag } from "../query/index.ts";

/** The price selection of `priceCurrency` and `priceCountry`. @throws validation_failed */
export function priceChoiceOf(query: URLSearchParams): PriceChoice | null {
  const currency = query.get("priceCurrency");
  const dependent = ["priceCountry", "priceCustomerGroup", "priceChannel"].find((name) => query.has(name));
  if (currency === null) {
    if (dependent === undefined) return null;
    throw queryFault(dependent, "It can only be used together with 'priceCurrency'.");
  }
  if (!isCurrency(currency)) throw queryFault("priceCurrency", "Expected a currency such as 'USD'.");
  const chosen = country.nullable().safeParse(query.get("priceCountry"));
  if (!chosen.success) throw queryFault("priceCountry", "Expected a country such as 'US'.");
  return { currency, country: chosen.data };
}

/** Whether `staged` includes unpublished products. @throws Refusal 403 if the scopes only cover published ones */
export function stagedOf(query: URLSearchParams, scopes: readonly string[]): boolean {
  const staged = flag(query, "staged", false);
  if (staged && !covers(scopes, "view_products"))
    throw insufficientScope("Insufficient scope. One of the following scopes is missing: view_products.");
  return staged;
}
