import { paymentFields } from "#lib/commerce/order/index.ts";
import { emptyList, type FieldList, objectOf, renamed, without, worded } from "#lib/platform/filter/index.ts";
import { transactionStates, transactionTypes } from "../payments/transactions.ts";
import { moneyFields } from "./money-fields.ts";
import { referenceTo } from "./sale-fields.ts";
import { wordsOf } from "./words-of.ts";

const { transactions } = paymentFields;

/** The fields for `where` and `sort` of payments. */
export const paymentQueryFields = {
  id: paymentFields.id,
  version: paymentFields.version,
  createdAt: paymentFields.createdAt,
  lastModifiedAt: paymentFields.updatedAt,
  interfaceId: paymentFields.reference,
  anonymousId: paymentFields.anonymousId,
  customer: referenceTo("customer", paymentFields.customerId),
  amountPlanned: moneyFields(paymentFields.amount, paymentFields.currency),
  paymentMethodInfo: objectOf({
    paymentInterface: paymentFields.provider,
    method: paymentFields.method,
    ...without("token", "interfaceAccount", "custom"),
  }),
  paymentStatus: objectOf({
    interfaceCode: paymentFields.state,
    interfaceText: paymentFields.reason,
    ...without("state"),
  }),
  transactions: renamed(transactions, {
    type: worded(transactions.fields.type, wordsOf(transactionTypes)),
    state: worded(transactions.fields.state, wordsOf(transactionStates)),
    amount: moneyFields(transactions.fields.amount, paymentFields.currency),
    interactionId: transactions.fields.reference,
    timestamp: transactions.fields.at,
    ...without("interfaceId", "custom"),
  }),
  interfaceInteractions: emptyList,
  ...without("key", "custom", "createdBy", "lastModifiedBy"),
} satisfies FieldList;
