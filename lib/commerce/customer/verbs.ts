import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { customers, verb } from "#lib/platform/verb/index.ts";
import { addAddress, changeAddress, getAddress, listAddresses, removeAddress } from "./addresses.ts";
import { customerAddressChange, customerAddressInput } from "./schemas.ts";

const entry = z.object({ id });
const reads = { who: customers, limits: { none: "only reads" } } as const;
const writes = { who: customers, limits: [acts.changeAddressBook] } as const;

/** What customers do with their address book (seed 004). */
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
