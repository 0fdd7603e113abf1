import type { PaymentAction } from "#lib/commerce/order/index.ts";
import type { PaymentUpdateAction, TransactionDraft } from "./schemas.ts";

const kinds = {
  Charge: (amount) => ({ kind: "capture", amount }),
  Refund: (amount) => ({ kind: "refund", amount }),
  CancelAuthorization: (amount) => ({ kind: "release", amount }),
} as const satisfies Record<TransactionDraft["type"], (amount: number) => PaymentAction>;

/** What an update action asks for. */
export function actionFor({ transaction: { type, amount } }: PaymentUpdateAction): PaymentAction {
  const { centAmount, currencyCode: currency } = amount;
  return { ...kinds[type](centAmount), currency };
}
