import { accountsAmong } from "#lib/commerce/customer/index.ts";
import type { PaymentRecord } from "#lib/commerce/order/index.ts";
import { findProvider } from "#lib/commerce/payment/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { withoutBlanks } from "../wire/address.ts";
import { money } from "../wire/money.ts";
import { localizedText, reference } from "../wire/references.ts";
import { toTransactions } from "./transactions.ts";

export type WirePayment = ReturnType<typeof toPayment>;

/** Payments in their wire shape. */
export async function toPayments(ctx: Context, payments: readonly PaymentRecord[]): Promise<WirePayment[]> {
  const accounts = await accountsAmong(
    ctx,
    payments.map(({ userId }) => userId),
  );
  return payments.map((payment) => toPayment(payment, accounts));
}

/** One payment as it goes out. */
export async function toOnePayment(ctx: Context, payment: PaymentRecord): Promise<WirePayment> {
  const [wire] = await toPayments(ctx, [payment]);
  if (!wire) throw new Error("A payment was lost on its way out");
  return wire;
}

function toPayment(payment: PaymentRecord, accounts: ReadonlySet<string>) {
  const { userId, provider, method, state, reason, currency } = payment;
  return {
    id: payment.id,
    version: payment.version,
    createdAt: payment.createdAt,
    lastModifiedAt: payment.updatedAt,
    amountPlanned: money(payment.amount, currency),
    paymentMethodInfo: {
      paymentInterface: provider,
      method,
      name: localizedText(findProvider(provider)?.title ?? provider),
    },
    paymentStatus: { interfaceCode: state, ...(reason !== null && { interfaceText: reason }) },
    transactions: toTransactions(payment),
    interfaceInteractions: [],
    ...withoutBlanks({
      interfaceId: payment.reference,
      anonymousId: payment.anonymousId,
      customer: userId !== null && accounts.has(userId) ? reference("customer", userId) : null,
    }),
  };
}
