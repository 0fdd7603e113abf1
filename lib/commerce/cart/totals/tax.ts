import { type TaxPlace, territoryOf } from "./tax-territories.ts";

/**
 * How sales to a place are taxed: `rate` in hundredths of a percent, included in the price or added to it, and whether
 * it applies to shipping.
 */
export type TaxRule = { rate: number; included: boolean; onShipping: boolean };

const noTax: TaxRule = { rate: 0, included: false, onShipping: false };

const onTop: Record<string, TaxRule> = {
  // A flat rate in place of the states' own; most of them do not tax separately stated shipping.
  US: { rate: 800, included: false, onShipping: false },
  CA: { rate: 500, included: false, onShipping: true },
};

/** The countries whose prices exclude tax. */
export const countriesTaxedOnTop = Object.keys(onTop);

// Standard VAT rates. Prices for these countries include the tax, and shipping has the rate of the goods.
const vat: Record<string, number> = {
  AT: 2000,
  BE: 2100,
  BG: 2000,
  CH: 810,
  CY: 1900,
  CZ: 2100,
  DE: 1900,
  DK: 2500,
  EE: 2400,
  ES: 2100,
  FI: 2550,
  FR: 2000,
  GB: 2000,
  GR: 2400,
  HR: 2500,
  HU: 2700,
  IE: 2300,
  // The Isle of Man, Monaco and Liechtenstein have the tax of their neighbour.
  IM: 2000,
  IT: 2200,
  LI: 810,
  LT: 2100,
  LU: 1700,
  LV: 2100,
  MC: 2000,
  MT: 1800,
  NL: 2100,
  NO: 2500,
  PL: 2300,
  PT: 2300,
  RO: 2100,
  SE: 2500,
  SI: 2200,
  SK: 2300,
};

/**
 * The tax rule of a place. A territory with its own rules is identified by its postal code, or without one by its name.
 * Countries that are not in the table have no tax.
 */
export function taxRule(place: TaxPlace): TaxRule {
  const standard = vat[place.country];
  if (standard === undefined) return onTop[place.country] ?? noTax;
  const territory = territoryOf(place);
  if (territory?.vat === null) return noTax;
  return { rate: territory?.vat ?? standard, included: true, onShipping: true };
}
