import { discountFields } from "#lib/commerce/discount/index.ts";
import {
  constant,
  emptyList,
  type FieldList,
  listOf,
  objectOf,
  without,
} from "#lib/platform/filter/index.ts";
import { localized } from "../query/localized.ts";
import { referenceTo } from "../query/sale-fields.ts";
import { undatedFields } from "../query/undated-fields.ts";

const { id, code, name, startsAt, endsAt, usageLimit, usesPerCustomer } = discountFields;

const shared = {
  ...undatedFields,
  ...{ id, name: localized(name), validFrom: startsAt, validUntil: endsAt },
  isActive: constant("boolean", "true"),
  stores: emptyList,
  references: emptyList,
  ...without("key", "description", "custom", "createdBy", "lastModifiedBy"),
} satisfies FieldList;

/** The fields for `where` and `sort` of discount codes. */
export const codeQueryFields = {
  ...shared,
  code,
  groups: emptyList,
  cartDiscounts: listOf(referenceTo("cart-discount", id)),
  maxApplications: usageLimit,
  maxApplicationsPerCustomer: usesPerCustomer,
  ...without("cartPredicate", "applicationVersion"),
} satisfies FieldList;

/** The same for what they take off. */
export const cartDiscountQueryFields = {
  ...shared,
  requiresDiscountCode: constant("boolean", "true"),
  stackingMode: constant("string", "Stacking"),
  sortOrder: constant("string", "0.5"),
  recurringOrderScope: objectOf({
    type: constant("string", "NonRecurringOrders"),
    ...without("recurrencePolicies"),
  }),
  ...without("discountGroup"),
} satisfies FieldList;
