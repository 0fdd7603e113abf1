import * as z from "zod";
import {
  addresses,
  type CustomerAddress,
  customerAddressChange,
  customerAddressInput,
} from "#lib/commerce/customer/index.ts";
import { id } from "#lib/platform/text.ts";
import { storeRoute } from "../dialect.ts";

const bookEntry = z
  .object({ id: z.uuid(), ...customerAddressInput.shape, country: z.string(), isDefault: z.boolean() })
  .meta({ id: "CustomerAddress" });

const inBook = { tag: "Address book", response: bookEntry } as const;
const params = z.object({ id });
const entryResult = (data: CustomerAddress) => ({ data });

export const listAddresses = storeRoute(
  {
    ...inBook,
    id: "listAddresses",
    method: "GET",
    path: "/store/addresses",
    summary: "The customer's address book, the default first",
    response: z.array(bookEntry),
  },
  { verb: addresses.list, asks: () => ({}), answers: (data) => ({ data }) },
);

export const addAddress = storeRoute(
  {
    ...inBook,
    id: "addAddress",
    method: "POST",
    path: "/store/addresses",
    summary: "Add an entry; a new default replaces the previous one",
    body: customerAddressInput,
    status: 201,
  },
  {
    verb: addresses.add,
    asks: ({ body }) => body,
    answers: (data) => ({ data, location: `/store/addresses/${data.id}` }),
  },
);

export const changeAddress = storeRoute(
  {
    ...inBook,
    id: "changeAddress",
    method: "PATCH",
    path: "/store/addresses/{id}",
    summary: "Update the given fields of an entry",
    params,
    body: customerAddressChange,
  },
  {
    verb: addresses.change,
    asks: ({ params, body }) => ({ ...params, change: body }),
    answers: entryResult,
  },
);

export const removeAddress = storeRoute(
  {
    ...inBook,
    id: "removeAddress",
    method: "DELETE",
    path: "/store/addresses/{id}",
    summary: "Remove an entry, and return it",
    params,
  },
  { verb: addresses.remove, asks: ({ params }) => params, answers: entryResult },
);
