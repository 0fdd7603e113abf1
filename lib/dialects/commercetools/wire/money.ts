import { fractionDigits } from "#lib/platform/money.ts";

export type Money = {
  type: "centPrecision";
  currencyCode: string;
  centAmount: number;
  fractionDigits: number;
};

/** An amount in minor units, as it goes out. */
export function money(centAmount: number, currencyCode: string): Money {
  return { type: "centPrecision", currencyCode, centAmount, fractionDigits: fractionDigits(currencyCode) };
}
