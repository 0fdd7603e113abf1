import { customerFields, profileMembers } from "#lib/customer/index.ts";
import type { FieldList } from "#lib/filter/index.ts";

/** What `where` and `sort` of customers may name. Addresses are kept in lower case. */
export const customerQueryFields = {
  id: customerFields.id,
  version: customerFields.version,
  createdAt: customerFields.createdAt,
  lastModifiedAt: customerFields.updatedAt,
  email: customerFields.email,
  lowercaseEmail: customerFields.email,
  firstName: customerFields.firstName,
  lastName: customerFields.lastName,
  key: customerFields.key,
  customerNumber: customerFields.customerNumber,
  ...Object.fromEntries(profileMembers.map((name) => [name, customerFields[name]])),
  isEmailVerified: customerFields.emailVerified,
} satisfies FieldList;
