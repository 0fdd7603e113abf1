import { emptyList, listOf, objectOf, type Scalar, without, worded } from "#lib/platform/filter/index.ts";
import { moneyFields } from "./money-fields.ts";

/** How a sale is taxed: see `taxKind` of orders. */
type Rule = Record<"taxKind" | "taxIncluded" | "country", Scalar>;
type Amounts = Record<"net" | "gross" | "tax", Scalar>;
type Taxed = Amounts & { rate: Scalar };

const names = { VAT: ["included"], Tax: ["added"] };

/** The amounts of `taxedPrice`: see wire/taxes.ts. */
export function taxedAmounts({ net, gross, tax }: Amounts, currency: Scalar) {
  return {
    totalNet: moneyFields(net, currency),
    totalGross: moneyFields(gross, currency),
    totalTax: moneyFields(tax, currency),
  };
}

/** The fields of `taxedPrice`. */
export function taxedPriceFields({ rate, ...amounts }: Taxed, { taxKind }: Rule, currency: Scalar) {
  const totals = taxedAmounts(amounts, currency);
  const { totalTax } = totals;
  return {
    ...totals,
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
