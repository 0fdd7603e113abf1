import { paymentFields } from "#lib/commerce/order/index.ts";
import { absent, emptyList, type FieldList, objectOf } from "#lib/platform/filter/index.ts";
import { moneyFields, noCustomFields, referenceTo } from "./sale-fields.ts";

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
  paymentMethodInfo: objectOf({ paymentInterface: paymentFields.provider, method: paymentFields.method }),
  paymentStatus: objectOf({ interfaceCode: paymentFields.state }),
  interfaceInteractions: emptyList({}),
  key: absent,
  custom: noCustomFields,
} satisfies FieldList;
