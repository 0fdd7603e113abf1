import { customerFields, profileMembers } from "#lib/commerce/customer/index.ts";
import {
  absent,
  constant,
  emptyList,
  type FieldList,
  objectWith,
  renamed,
} from "#lib/platform/filter/index.ts";
import { wireAddress } from "./address-fields.ts";
import { noCustomFields, noReference } from "./sale-fields.ts";

/** The fields for `where` and `sort` of customers. Email addresses are stored in lower case. */
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
  defaultShippingAddressId: customerFields.defaultAddressId,
  defaultBillingAddressId: customerFields.defaultBillingAddressId,
  shippingAddressIds: customerFields.shippingAddressIds,
  billingAddressIds: customerFields.billingAddressIds,
  addresses: renamed(customerFields.addresses, {
    ...wireAddress(customerFields.addresses.fields.address).fields,
    id: customerFields.addresses.fields.id,
  }),
  authenticationMode: constant("string", "Password"),
  isEmailVerified: customerFields.emailVerified,
  stores: emptyList({ typeId: absent, key: absent }),
  customerGroup: objectWith(absent, noReference),
  custom: noCustomFields,
  customerGroupAssignments: emptyList({ customerGroup: objectWith(absent, noReference) }),
} satisfies FieldList;
