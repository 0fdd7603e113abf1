import { paymentFields } from "#lib/commerce/order/index.ts";
import { emptyList, type FieldList, objectOf, without } from "#lib/platform/filter/index.ts";
import { moneyFields } from "./money-fields.ts";
import { referenceTo } from "./sale-fields.ts";

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
  interfaceInteractions: emptyList,
  ...without("key", "custom", "createdBy", "lastModifiedBy"),
} satisfies FieldList;
