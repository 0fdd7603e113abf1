import { constant, numberBy, objectOf, type Scalar, without } from "#lib/platform/filter/index.ts";
import { minorUnits } from "#lib/platform/money.ts";

const currencies = Object.entries(minorUnits);
const digits = [...new Set(Object.values(minorUnits))].map((units) => ({
  number: Math.round(Math.log10(units)),
  texts: currencies.filter(([, each]) => each === units).map(([currency]) => currency),
}));

/** The wire fields of an amount in minor units. */
export function moneyFields(centAmount: Scalar, currencyCode: Scalar) {
  return objectOf({
    type: constant("string", "centPrecision"),
    currencyCode,
    centAmount,
    fractionDigits: numberBy(currencyCode, digits),
    ...without("preciseAmount"),
  });
}
