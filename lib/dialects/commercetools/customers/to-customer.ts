import { type Customer, toAddress } from "#lib/commerce/customer/index.ts";
import { toWireAddress, withoutBlanks } from "../wire/address.ts";

/** An account in its wire shape. The password is always masked. */
export function toCustomer(customer: Customer) {
  const { id, version, email, firstName, lastName, emailVerified, createdAt, updatedAt } = customer;
  const { key, customerNumber, profile, addresses } = customer;
  const idsOf = (is: "isShipping" | "isBilling" | "isDefault" | "isDefaultBilling") =>
    addresses.filter((entry) => entry[is]).map((entry) => entry.id);
  return {
    id,
    version,
    createdAt,
    lastModifiedAt: updatedAt,
    email,
    ...withoutBlanks({ key, customerNumber, firstName, lastName, ...profile }),
    ...withoutBlanks({
      defaultShippingAddressId: idsOf("isDefault")[0],
      defaultBillingAddressId: idsOf("isDefaultBilling")[0],
    }),
    password: "****",
    // Stored parts may contain an id; in an address book the shop's own id is used.
    addresses: addresses.map((entry) => ({ ...toWireAddress(toAddress(entry)), id: entry.id })),
    shippingAddressIds: idsOf("isShipping"),
    billingAddressIds: idsOf("isBilling"),
    isEmailVerified: emailVerified,
    stores: [],
    customerGroupAssignments: [],
    authenticationMode: "Password",
  };
}
