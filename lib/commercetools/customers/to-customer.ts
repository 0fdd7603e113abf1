import { type Customer, toAddress } from "#lib/customer/index.ts";
import { toWireAddress, withoutBlanks } from "../wire/address.ts";

/** An account as the wire has it (sheet 5.1). Of the password there is never more than a mask. */
export function toCustomer(customer: Customer) {
  const { id, version, email, firstName, lastName, emailVerified, createdAt, updatedAt } = customer;
  const addresses = customer.addresses.map((entry) => ({ id: entry.id, ...toWireAddress(toAddress(entry)) }));
  const addressIds = addresses.map((address) => address.id);
  const usual = customer.addresses.find((entry) => entry.isDefault)?.id;
  return {
    id,
    version,
    createdAt,
    lastModifiedAt: updatedAt,
    email,
    ...withoutBlanks({ firstName, lastName, defaultShippingAddressId: usual }),
    password: "****",
    addresses,
    shippingAddressIds: addressIds,
    billingAddressIds: [],
    isEmailVerified: emailVerified,
    stores: [],
    customerGroupAssignments: [],
    authenticationMode: "Password",
  };
}
