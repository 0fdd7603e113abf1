import { fractionDigits } from "#lib/platform/money.ts";
import { Problem } from "../process/problem.ts";

/** "12.50" in minor units of the currency, at least 1; null without an amount. @throws Problem for anything else */
export function amountFrom(text: string | undefined, { currency }: { currency: string }): number | null {
  if (text === undefined) return null;
  const digits = fractionDigits(currency);
  const [, whole = "", part = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  const amount = Number(whole + part.padEnd(digits, "0"));
  if (whole === "" || part.length > digits || amount === 0)
    throw new Problem(
      `${text} is not an amount in ${currency}.`,
      `Write more than 0 with a point and at most ${digits} decimals.`,
    );
  return amount;
}
