import { fractionDigits } from "#lib/platform/money.ts";

export type Money = {
  type: "centPrecision";
  currencyCode: string;
  centAmount: number;
  fractionDigits: number;
};

export function money(centAmount: number, currencyCode: string): Money {
  return { type: "centPrecision", currencyCode, centAmount, fractionDigits: fractionDigits(currencyCode) };
}
