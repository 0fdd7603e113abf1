import * as z from "zod";
import { customerAddressChange, customerAddressInput } from "#lib/commerce/customer/index.ts";
import type { RouteSpec } from "#lib/platform/http/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";

const addressBookEntry = z
  .object({ id: z.uuid(), ...customerAddressInput.shape, country: z.string(), isDefault: z.boolean() })
  .meta({ id: "CustomerAddress" });

const addressRoute = { tag: "Address book", auth: "customer", response: addressBookEntry } as const;
const params = z.object({ id });

export const listAddressesSpec = {
  ...addressRoute,
  id: "listAddresses",
  method: "GET",
  path: "/store/addresses",
  summary: "The customer's address book, the default first",
  response: z.array(addressBookEntry),
  errors: ["unauthenticated"],
} as const satisfies RouteSpec;

export const addAddressSpec = {
  ...addressRoute,
  id: "addAddress",
  method: "POST",
  path: "/store/addresses",
  summary: "Add an entry; as the default it takes that from the one before",
  body: customerAddressInput,
  status: 201,
  errors: ["validation_failed", "unauthenticated", "untrusted_origin"],
  limits: [acts.changeAddressBook],
} as const satisfies RouteSpec;

export const changeAddressSpec = {
  ...addressRoute,
  id: "changeAddress",
  method: "PATCH",
  path: "/store/addresses/{id}",
  summary: "Change what is given of an entry",
  params,
  body: customerAddressChange,
  errors: ["validation_failed", "unauthenticated", "untrusted_origin", "not_found"],
  limits: [acts.changeAddressBook],
} as const satisfies RouteSpec;

export const removeAddressSpec = {
  ...addressRoute,
  id: "removeAddress",
  method: "DELETE",
  path: "/store/addresses/{id}",
  summary: "Take an entry out; it is answered a last time",
  params,
  errors: ["validation_failed", "unauthenticated", "untrusted_origin", "not_found"],
  limits: [acts.changeAddressBook],
} as const satisfies RouteSpec;
