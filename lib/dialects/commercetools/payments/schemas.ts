import * as z from "zod";
import { currencyCode } from "#lib/commerce/catalog/index.ts";
import { noneOf, only } from "../wire/members.ts";
import { version } from "../wire/scalars.ts";

const money = z.object({
  type: only("centPrecision"),
  currencyCode,
  centAmount: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  fractionDigits: z.number().int().min(0).max(20).nullish(),
});

/** TransactionDraft. What is asked for is Initial; the provider says what becomes of it. */
export const transactionDraft = z.object({
  type: z.enum(["Charge", "Refund", "CancelAuthorization"]),
  amount: money,
  state: only("Initial"),
  ...noneOf("timestamp", "interactionId", "interfaceId", "custom"),
});
export type TransactionDraft = z.output<typeof transactionDraft>;

export const paymentAction = z.discriminatedUnion("action", [
  z.object({ action: z.literal("addTransaction"), transaction: transactionDraft }),
]);
export type PaymentUpdateAction = z.output<typeof paymentAction>;

export const paymentUpdate = z.object({ version, actions: z.array(paymentAction).max(500) });
