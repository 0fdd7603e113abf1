import { customerFields, customerProfileFields } from "#lib/commerce/customer/index.ts";
import { constant, emptyList, type FieldList, renamed, without } from "#lib/platform/filter/index.ts";
import { wireAddress } from "./address-fields.ts";

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
  ...customerProfileFields,
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
  stores: emptyList,
  customerGroupAssignments: emptyList,
  ...without("customerGroup", "custom", "password", "createdBy", "lastModifiedBy"),
} satisfies FieldList;
