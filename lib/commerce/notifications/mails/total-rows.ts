import type { Fact } from "#emails/_components/types.ts";
import type { Order } from "#lib/commerce/order/index.ts";
import { cleanText } from "#lib/mail/clean-text.ts";
import { type Wording, wordingFor } from "#lib/mail/mail-words.ts";
import { numberFormat } from "#lib/platform/i18n/formats.ts";

type Totals = { totals: Fact[]; total: Fact; totalNote: string | null };

/** The rows of an order's totals: goods, discount, shipping, and added or included tax. */
export function totalRows(order: Order): Totals {
  const { subtotal, discount, shipping, tax, total } = order.totals;
  const wording = wordingFor(order.locale);
  const { words } = wording;
  const money = (amount: number) => wording.money(amount, order.currency);
  const codes = codesByUse(order);
  const rate = formatRate(order.taxRate, wording.format);
  const totals: Fact[] = [{ label: words("totals.subtotal"), value: money(subtotal) }];
  if (discount > 0) totals.push({ label: discountLabel(codes.goods, words), value: money(-discount) });
  if (order.shippingMethod) {
    totals.push({
      label: shippingLabel(order.shippingMethod.name, codes.shipping, words),
      value: shipping > 0 ? money(shipping) : words("totals.free"),
    });
  }
  if (tax > 0 && !order.taxIncluded) totals.push({ label: words("totals.tax", { rate }), value: money(tax) });
  const inside = tax > 0 && order.taxIncluded;
  return {
    totals,
    total: { label: words("totals.total"), value: money(total) },
    totalNote: inside ? words("totals.taxIncluded", { amount: money(tax), rate }) : null,
  };
}

/** Splits the coupons into those for goods and those for shipping; an order stores only each one's total. */
function codesByUse(order: Order): { goods: string[]; shipping: string[] } {
  const used = order.coupons.filter((coupon) => coupon.amount > 0);
  const offShipping = (order.shippingMethod?.price ?? 0) - order.totals.shipping;
  if (offShipping <= 0) return { goods: used.map(codeOf), shipping: [] };
  if (order.totals.discount === 0) return { goods: [], shipping: used.map(codeOf) };
  const one = used.findLast((coupon) => coupon.amount === offShipping);
  return { goods: used.filter((coupon) => coupon !== one).map(codeOf), shipping: one ? [codeOf(one)] : [] };
}

function codeOf(coupon: { code: string }): string {
  return cleanText(coupon.code);
}

type Words = Wording["words"];

function discountLabel(codes: string[], words: Words): string {
  if (codes.length === 0) return words("totals.discount");
  return words("totals.discountCodes", { codes: codes.join(", ") });
}

function shippingLabel(method: string, codes: string[], words: Words): string {
  const label = words("totals.shippingBy", { method: cleanText(method) });
  return codes.length === 0 ? label : words("totals.shippingCodes", { label, codes: codes.join(", ") });
}

/** `rate` in hundredths of a percent: 875 is "8.75%". */
function formatRate(rate: number, format: string): string {
  return numberFormat(format, { style: "percent", maximumFractionDigits: 2 }).format(rate / 10_000);
}
