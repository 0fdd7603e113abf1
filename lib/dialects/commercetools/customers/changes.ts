import {
  type Customer,
  type CustomerChange,
  type CustomerProfile,
  type FullCustomerAddress,
  withEmail,
} from "#lib/commerce/customer/index.ts";
import { alreadyTaken } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { invalidOperation } from "../http/refusal.ts";
import { type AddressDraft, withoutBlanks } from "../wire/address.ts";
import { type ByAction, byAction } from "../wire/by-action.ts";
import type { CustomerAction } from "./schemas.ts";
import { toEntry } from "./to-entry.ts";

/** An address book is read whole with its account, so its size is limited. */
const mostAddresses = 200;

const changes: ByAction<CustomerAction, CustomerChange> = {
  changeEmail:
    ({ email }) =>
    (customer) =>
      withEmail(customer, email),
  setFirstName:
    ({ firstName }) =>
    (customer) => ({ ...customer, firstName: firstName || null }),
  setLastName:
    ({ lastName }) =>
    (customer) => ({ ...customer, lastName: lastName || null }),
  setMiddleName: ({ middleName }) => inProfile({ middleName }),
  setTitle: ({ title }) => inProfile({ title }),
  setSalutation: ({ salutation }) => inProfile({ salutation }),
  setDateOfBirth: ({ dateOfBirth }) => inProfile({ dateOfBirth }),
  setCompanyName: ({ companyName }) => inProfile({ companyName }),
  setVatId: ({ vatId }) => inProfile({ vatId }),
  setLocale: ({ locale }) => inProfile({ locale }),
  setExternalId: ({ externalId }) => inProfile({ externalId }),
  setKey:
    ({ key = null }) =>
    (customer) => ({ ...customer, key }),
  setCustomerNumber:
    ({ customerNumber = null }) =>
    (customer) => {
      const known = customer.customerNumber;
      if (known !== null && known !== customerNumber)
        throw invalidOperation("A customerNumber does not change once it is set.");
      return { ...customer, customerNumber };
    },
  addAddress:
    ({ address }) =>
    (customer) => {
      if (customer.addresses.length >= mostAddresses)
        throw invalidOperation(`A customer has no more than ${mostAddresses} addresses here.`);
      checkKeyFree(customer.addresses, address);
      const uses = { isDefault: false, isShipping: false, isBilling: false, isDefaultBilling: false };
      return {
        ...customer,
        addresses: [...customer.addresses, { id: newId(), ...toEntry(address), ...uses }],
      };
    },
  changeAddress:
    ({ address, ...named }) =>
    (customer) => {
      const entry = entryOf(customer, named);
      checkKeyFree(
        customer.addresses.filter(({ id }) => id !== entry.id),
        address,
      );
      return withEntry(customer, entry, toEntry(address));
    },
  removeAddress: (named) => (customer) => {
    const { id } = entryOf(customer, named);
    return { ...customer, addresses: customer.addresses.filter((entry) => entry.id !== id) };
  },
  setDefaultShippingAddress: (named) => (customer) => {
    const others = customer.addresses.map((entry) => ({ ...entry, isDefault: false }));
    const cleared = { ...customer, addresses: others };
    if (isUnnamed(named)) return cleared;
    return withEntry(cleared, entryOf(customer, named), { isDefault: true, isShipping: true });
  },
  addShippingAddressId: (named) => (customer) =>
    withEntry(customer, entryOf(customer, named), { isShipping: true }),
  removeShippingAddressId: (named) => (customer) =>
    withEntry(customer, entryOf(customer, named), { isShipping: false, isDefault: false }),
  setDefaultBillingAddress: (named) => (customer) => {
    const others = customer.addresses.map((entry) => ({ ...entry, isDefaultBilling: false }));
    const cleared = { ...customer, addresses: others };
    if (isUnnamed(named)) return cleared;
    return withEntry(cleared, entryOf(customer, named), { isDefaultBilling: true, isBilling: true });
  },
  addBillingAddressId: (named) => (customer) =>
    withEntry(customer, entryOf(customer, named), { isBilling: true }),
  removeBillingAddressId: (named) => (customer) =>
    withEntry(customer, entryOf(customer, named), { isBilling: false, isDefaultBilling: false }),
};

/** The change of an action. @throws Refusal InvalidOperation, when applied, for an address that the customer lacks */
function changeFor(action: CustomerAction): CustomerChange {
  return byAction(changes, action);
}

type Update = { version: number; actions: readonly CustomerAction[] };

/** The input of the verb that makes these actions' changes. */
export function updateOf({ version, actions }: Update) {
  const emails = actions.flatMap((action) => (action.action === "changeEmail" ? [action.email] : []));
  return {
    version,
    changes: actions.map(changeFor),
    email: emails.at(-1),
    changesAddresses: actions.some(({ action }) => /Address(Id)?$/.test(action)),
  };
}

type Optional<T> = { [M in keyof T]?: T[M] | null | undefined };

function inProfile(members: Optional<CustomerProfile>): CustomerChange {
  return (customer) => ({ ...customer, profile: withoutBlanks({ ...customer.profile, ...members }) });
}

type AddressName = { addressId?: string | null | undefined; addressKey?: string | null | undefined };

function isUnnamed({ addressId, addressKey }: AddressName): boolean {
  return !addressId && !addressKey;
}

/** @throws already_taken if another address of the customer has the key */
function checkKeyFree(others: readonly FullCustomerAddress[], { key }: AddressDraft): void {
  if (key && others.some(({ parts }) => parts?.key === key)) throw alreadyTaken("key", key);
}

function entryOf({ addresses }: Customer, { addressId, addressKey }: AddressName): FullCustomerAddress {
  const found = addresses.find(({ id, parts }) =>
    addressId ? id === addressId : addressKey && parts?.key === addressKey,
  );
  if (found) return found;
  if (!addressKey && !addressId) throw invalidOperation("Either 'addressId' or 'addressKey' is needed.");
  throw invalidOperation(
    addressId
      ? `The customer has no address with the id '${addressId}'.`
      : `The customer has no address with the key '${addressKey}'.`,
  );
}

function withEntry(
  customer: Customer,
  { id }: FullCustomerAddress,
  changed: Partial<FullCustomerAddress>,
): Customer {
  const addresses = customer.addresses.map((entry) => (entry.id === id ? { ...entry, ...changed } : entry));
  return { ...customer, addresses };
}
