import * as z from "zod";
import type { Listing } from "#lib/platform/filter/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { programs, customers as signedIn, verb } from "#lib/platform/verb/index.ts";
import { addAddress, changeAddress, getAddress, listAddresses, removeAddress } from "./addresses.ts";
import { getCustomer, listCustomers } from "./customers.ts";
import { customerAddressChange, customerAddressInput } from "./schemas.ts";

const entry = z.object({ id });
const reads = { who: signedIn, limits: { none: "only reads" } } as const;
const writes = { who: signedIn, limits: [acts.changeAddressBook] } as const;

/** The operations of customers on their address book (seed 004). */
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

/** Reading accounts: customers see their own, programs all. */
export const customers = {
  get: verb(
    {
      name: "customers.get",
      who: [...signedIn, ...programs],
      takes: z.object({ id: z.string() }),
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
};
