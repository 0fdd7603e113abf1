import { emptyList, listOf, objectOf, type Scalar, without, worded } from "#lib/platform/filter/index.ts";
import { moneyFields } from "./money-fields.ts";

/** How a sale is taxed: see `taxKind` of orders. */
type Rule = Record<"taxKind" | "taxIncluded" | "country", Scalar>;
type Taxed = Record<"net" | "gross" | "tax" | "rate", Scalar>;

const names = { VAT: ["included"], Tax: ["added"] };

/** The fields of `taxedPrice`: see wire/taxes.ts. */
export function taxedPriceFields({ net, gross, tax, rate }: Taxed, { taxKind }: Rule, currency: Scalar) {
  const totalTax = moneyFields(tax, currency);
  return {
    totalNet: moneyFields(net, currency),
    totalGross: moneyFields(gross, currency),
    totalTax,
    taxPortions: listOf(objectOf({ rate, amount: totalTax, name: worded(taxKind, names) })),
  };
}

/** The fields of `wireTaxRate`. */
export function taxRateFields(amount: Scalar, { taxKind, taxIncluded, country }: Rule) {
  const countryOf = (id: string) => id.replace(/^tax-/, "").toUpperCase();
  return {
    id: { ...country, asStored: countryOf },
    name: worded(taxKind, names),
    amount,
    includedInPrice: taxIncluded,
    country,
    subRates: emptyList,
    ...without("key", "state"),
  };
}
