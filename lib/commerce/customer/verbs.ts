import * as z from "zod";
import type { Listing } from "#lib/platform/filter/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { programs, customers as signedIn, verb } from "#lib/platform/verb/index.ts";
import { addAddress, changeAddress, getAddress, listAddresses, removeAddress } from "./addresses.ts";
import { getCustomer, listCustomers } from "./customers.ts";
import { customerAddressChange, customerAddressInput, customerName } from "./schemas.ts";
import { type CustomerChange, updateCustomer } from "./update-customer.ts";

const entry = z.object({ id });
const reads = { who: signedIn, limits: { none: "only reads" } } as const;
const writes = { who: signedIn, limits: [acts.changeAddressBook] } as const;

/** The operations of customers on their address book (specification). */
export const addresses = {
  list: verb({ ...reads, name: "addresses.list", takes: z.object({}), throws: [] }, listAddresses),
  get: verb({ ...reads, name: "addresses.get", takes: entry, throws: ["not_found"] }, getAddress),
  add: verb({ ...writes, name: "addresses.add", takes: customerAddressInput, throws: [] }, addAddress),
  change: verb(
    {
      ...writes,
      name: "addresses.change",
      takes: entry.extend({ change: customerAddressChange }),
      throws: ["not_found"],
    },
    changeAddress,
  ),
  remove: verb({ ...writes, name: "addresses.remove", takes: entry, throws: ["not_found"] }, removeAddress),
};

const customersAndPrograms = [...signedIn, ...programs] as const;

/** Accounts: customers see and change their own, programs all. */
export const customers = {
  get: verb(
    {
      name: "customers.get",
      who: customersAndPrograms,
      takes: customerName,
      throws: ["not_found"],
      limits: { none: "only reads what the caller may see" },
    },
    getCustomer,
  ),
  search: verb(
    {
      name: "customers.search",
      who: programs,
      takes: z.custom<Listing>(),
      throws: [],
      limits: { none: "only reads" },
    },
    listCustomers,
  ),
  update: verb(
    {
      name: "customers.update",
      who: customersAndPrograms,
      takes: z.object({
        customer: customerName,
        version: z.int(),
        changes: z.array(z.custom<CustomerChange>()),
        /**
         * The new address, if it changes. The answer reveals whether it has an account, so it counts like a sign-up.
         */
        email: z.string().optional(),
        changesAddresses: z.boolean(),
      }),
      throws: ["not_found", "version_conflict", "already_taken"],
      limits: [acts.changeAccount],
      alsoCounts: ({ email, changesAddresses }) => [
        ...(email === undefined ? [] : [acts.useCredentials]),
        ...(changesAddresses ? [acts.changeAddressBook] : []),
      ],
      about: ({ email }) => ({ email }),
    },
    updateCustomer,
  ),
};
