import { StripeFault } from "./fault.ts";

// From https://docs.stripe.com/currencies. Repeated here on purpose, so that the shop's knowledge of Stripe's amounts
// is checked against the documentation and not against itself.
const charged = new Set(
  `usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp
  cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk
  jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn
  nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std
  szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw`.split(
    /\s+/,
  ),
);
const wholeTens = new Set(["bhd", "jod", "kwd", "omr", "tnd"]);
/** Written with two decimals that have to be 00. */
const wholeHundreds = new Set(["isk", "ugx"]);
const least: Record<string, number> = {
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
};
export const mostAmount = 99_999_999;

/** @throws StripeFault if Stripe cannot express `amount` in the currency */
export function checkAmount(amount: number, currency: string, param: string): void {
  if (!charged.has(currency)) {
    throw new StripeFault(400, `Invalid currency: ${currency}. Stripe does not currently support it.`, {
      param: param.replace(/(unit_)?amount(_off)?/, "currency"),
    });
  }
  const step = wholeTens.has(currency) ? 10 : wholeHundreds.has(currency) ? 100 : 1;
  if (amount % step !== 0)
    throw new StripeFault(400, `Invalid amount for ${currency}: must be divisible by ${step}.`, { param });
  if (amount > mostAmount) {
    throw new StripeFault(400, `Amount must be no more than ${mostAmount}.`, {
      code: "amount_too_large",
      param,
    });
  }
}

/** @throws StripeFault if the total is below Stripe's minimum */
export function checkLeast(total: number, currency: string): void {
  const minimum = least[currency] ?? 1;
  if (total >= minimum) return;
  throw new StripeFault(
    400,
    `The Checkout Session's total amount due must add up to at least ${minimum} ${currency}`,
    { code: "amount_too_small" },
  );
}
