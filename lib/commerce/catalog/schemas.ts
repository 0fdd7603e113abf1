import * as z from "zod";
import { homeMarket } from "#lib/commerce/home-market.ts";
import { country } from "#lib/platform/address.ts";
import { isCurrency } from "#lib/platform/money.ts";
import { paging } from "#lib/platform/paging.ts";
import { line } from "#lib/platform/text.ts";

export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: "Three capital letters, such as USD", abort: true })
  .refine(isCurrency, "Not a currency of ISO 4217");

export const productFilter = z.object({
  search: line(100, 0).optional(),
  category: line(100).optional(),
  currency: currencyCode.default(homeMarket.currency),
  country: country.default(homeMarket.country),
  ...paging,
});

export type ProductFilter = z.output<typeof productFilter>;

export const productHandle = z.object({
  slug: line(200),
  currency: currencyCode.default(homeMarket.currency),
  country: country.default(homeMarket.country),
});

export type ProductHandle = z.output<typeof productHandle>;
