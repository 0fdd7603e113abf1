import { money } from "./money.ts";

type Rule = { taxRate: number; taxIncluded: boolean };

type Taxed = Rule & {
  /** The amount, including tax or not as in `taxIncluded`. */
  amount: number;
  tax: number;
};

/** The net, gross and tax of an amount. `taxRate` is in hundredths of a percent. */
export function taxedPrice({ amount, tax, taxRate, taxIncluded }: Taxed, currency: string) {
  const net = taxIncluded ? amount - tax : amount;
  const totalTax = money(tax, currency);
  return {
    totalNet: money(net, currency),
    totalGross: money(net + tax, currency),
    totalTax,
    taxPortions: [{ rate: taxRate / 10_000, amount: totalTax, name: nameOf(taxIncluded) }],
  };
}

/** The tax rate of a country. `taxRate` is in hundredths of a percent. */
export function wireTaxRate({ taxRate, taxIncluded }: Rule, country: string) {
  return {
    id: `tax-${country.toLowerCase()}`,
    name: nameOf(taxIncluded),
    amount: taxRate / 10_000,
    includedInPrice: taxIncluded,
    country,
    subRates: [],
  };
}

function nameOf(taxIncluded: boolean): string {
  return taxIncluded ? "VAT" : "Tax";
}
