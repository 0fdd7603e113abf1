import { money } from "./money.ts";

type Taxed = {
  /** The amount, including tax or not as in `taxIncluded`. */
  amount: number;
  tax: number;
  taxIncluded: boolean;
};

/** The net, gross and tax of an amount. */
export function taxedPrice({ amount, tax, taxIncluded }: Taxed, currency: string) {
  const net = taxIncluded ? amount - tax : amount;
  return {
    totalNet: money(net, currency),
    totalGross: money(net + tax, currency),
    totalTax: money(tax, currency),
  };
}

type Rule = { taxRate: number; taxIncluded: boolean };

/** The tax rate of a country. `taxRate` is in hundredths of a percent. */
export function wireTaxRate({ taxRate, taxIncluded }: Rule, country: string) {
  return {
    id: `tax-${country.toLowerCase()}`,
    name: taxIncluded ? "VAT" : "Tax",
    amount: taxRate / 10_000,
    includedInPrice: taxIncluded,
    country,
    subRates: [],
  };
}

export function taxPortions(rule: Rule, tax: number, currency: string) {
  return [
    {
      rate: rule.taxRate / 10_000,
      amount: money(tax, currency),
      name: rule.taxIncluded ? "VAT" : "Tax",
    },
  ];
}
