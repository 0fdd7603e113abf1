import type { Discount } from "#lib/commerce/discount/index.ts";
import { fractionDigits } from "#lib/platform/money.ts";
import { withoutBlanks } from "../wire/address.ts";
import { money } from "../wire/money.ts";
import { localizedText, reference, undated } from "../wire/references.ts";

export type WireDiscountCode = ReturnType<typeof toDiscountCode>;
export type WireCartDiscount = ReturnType<typeof toCartDiscount>;

/** A discount's code in its wire shape. What it takes off is the cart discount of the same id. */
export function toDiscountCode(discount: Discount) {
  const { id, code, name, usageLimit, oncePerCustomer } = discount;
  return {
    id,
    ...undated,
    code,
    name: localizedText(name),
    isActive: true,
    cartDiscounts: [reference("cart-discount", id)],
    stores: [],
    groups: [],
    references: [],
    ...validity(discount),
    ...withoutBlanks({
      maxApplications: usageLimit,
      maxApplicationsPerCustomer: oncePerCustomer ? 1 : null,
    }),
  };
}

/** What a discount takes off, in its wire shape. */
export function toCartDiscount(discount: Discount) {
  const { id, name, kind, minimumSpend, currency } = discount;
  return {
    id,
    ...undated,
    name: localizedText(name),
    value: takenOff(discount),
    cartPredicate: minimumSpend === 0 ? "1 = 1" : `totalPrice >= "${sum(minimumSpend, currency)}"`,
    target: kind === "free_shipping" ? { type: "shipping" } : { type: "totalPrice" },
    sortOrder: "0.5",
    stores: [],
    isActive: true,
    requiresDiscountCode: true,
    references: [],
    stackingMode: "Stacking",
    recurringOrderScope: { type: "NonRecurringOrdersOnly" },
    ...validity(discount),
  };
}

/** "25.00 USD", as in predicates of carts. Without a currency, it is an amount of the cart's. */
function sum(amount: number, currency: string | null): string {
  if (currency === null) return String(amount);
  const digits = fractionDigits(currency);
  return `${(amount / 10 ** digits).toFixed(digits)} ${currency}`;
}

function takenOff({ kind, value, currency }: Discount) {
  if (kind === "fixed") return { type: "absolute", money: currency ? [money(value, currency)] : [] };
  return { type: "relative", permyriad: kind === "free_shipping" ? 10_000 : value * 100 };
}

function validity({ startsAt, endsAt }: Discount) {
  return withoutBlanks({ validFrom: startsAt, validUntil: endsAt });
}
