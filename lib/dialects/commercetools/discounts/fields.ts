import { discountFields } from "#lib/commerce/discount/index.ts";
import { absent, constant, emptyList, type FieldList, listOf } from "#lib/platform/filter/index.ts";
import { localized } from "../query/localized.ts";
import { noCustomFields, noReference, referenceTo } from "../query/sale-fields.ts";
import { undatedFields } from "../query/undated-fields.ts";

const { id, code, name, startsAt, endsAt, usageLimit, usesPerCustomer } = discountFields;

const shared: FieldList = {
  ...undatedFields,
  ...{ id, name: localized(name), validFrom: startsAt, validUntil: endsAt },
  isActive: constant("boolean", "true"),
  stores: emptyList({ typeId: absent, key: absent }),
  references: emptyList(noReference),
  key: absent,
  custom: noCustomFields,
};

/** The fields for `where` and `sort` of discount codes. */
export const codeQueryFields: FieldList = {
  ...shared,
  code,
  groups: emptyList({}),
  cartDiscounts: listOf(referenceTo("cart-discount", id)),
  maxApplications: usageLimit,
  maxApplicationsPerCustomer: usesPerCustomer,
};

/** The same for what they take off. */
export const cartDiscountQueryFields: FieldList = {
  ...shared,
  requiresDiscountCode: constant("boolean", "true"),
  stackingMode: constant("string", "Stacking"),
  sortOrder: constant("string", "0.5"),
};
