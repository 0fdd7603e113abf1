import * as z from "zod";
import { country } from "#lib/platform/address.ts";
import { queryFault } from "#lib/platform/filter/index.ts";
import { isCurrency } from "#lib/platform/money.ts";
import { invalidInput } from "../http/refusal.ts";

const cartId = z.string().meta({ description: "The cart, which has a shipping address" });
const place = z.string().meta({ description: "The country to ship to: US" });

export const ofCart = z.object({ cartId });
export const ofCartElsewhere = z.object({ cartId, country: place, state: z.string().optional() });
export const ofPlace = z.object({
  country: place,
  state: z.string().optional(),
  currency: z.string().optional(),
});

/** A parameter that has to be there. @throws Refusal InvalidInput */
export function needed(query: URLSearchParams, name: string): string {
  const value = query.get(name) ?? "";
  if (value === "") throw invalidInput(`Missing required parameter: ${name}.`);
  return value;
}

/** The country to ship to. @throws validation_failed */
export function countryIn(query: URLSearchParams): string {
  const found = country.safeParse(needed(query, "country"));
  if (!found.success) throw queryFault("country", "Expected a country such as 'US'.");
  return found.data;
}

/** The currency, or null. @throws validation_failed */
export function currencyIn(query: URLSearchParams): string | null {
  const currency = query.get("currency");
  if (currency === null || isCurrency(currency)) return currency;
  throw queryFault("currency", "Expected a currency such as 'USD'.");
}
