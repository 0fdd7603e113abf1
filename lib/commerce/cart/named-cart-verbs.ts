import * as z from "zod";
import { currencyCode } from "#lib/commerce/catalog/index.ts";
import { country } from "#lib/platform/address.ts";
import type { Listing } from "#lib/platform/filter/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { shoppersAndPrograms, verb } from "#lib/platform/verb/index.ts";
import { createCart } from "./create-cart.ts";
import { deleteCart } from "./delete-cart.ts";
import { getCart } from "./get-cart.ts";
import { listCarts } from "./list-carts.ts";
import { actsOf, contactIn, listedChanges, withListed } from "./listed-change.ts";
import { callerAsOwner } from "./resolve-cart.ts";
import { updateCart } from "./update-cart.ts";

const named = z.union([
  z.object({ id: z.string() }),
  z.object({ key: z.string() }),
  z.object({ activeOf: z.string() }),
]);
const seen = z.object({ cart: named, version: z.int() });
const reads = { who: shoppersAndPrograms, limits: { none: "only reads what the caller may see" } } as const;
const writes = { who: shoppersAndPrograms, limits: [acts.changeCart] } as const;
const writesListed = { ...writes, alsoCounts: actsOf, about: contactIn } as const;

/** The operations on carts by name. Shoppers see their own, programs all. */
export const namedCarts = {
  get: verb({ ...reads, name: "cart.get", takes: named, throws: ["not_found"] }, getCart),

  search: verb({ ...reads, name: "cart.search", takes: z.custom<Listing>(), throws: [] }, listCarts),

  /** Creates a cart with all listed changes, or none. It belongs to the shopper; a program's has no owner at first. */
  create: verb(
    {
      ...writesListed,
      name: "cart.create",
      takes: z.object({ currency: currencyCode, country: country.nullable(), changes: listedChanges }),
      throws: ["already_taken", "session_changed"],
    },
    (ctx, { changes, ...cart }) =>
      withListed(ctx, changes, (within, all) =>
        createCart(within, { ...cart, owner: callerAsOwner(ctx) }, all),
      ),
  ),

  /** Applies all listed changes to a cart at a given version, or none. */
  update: verb(
    {
      ...writesListed,
      name: "cart.update",
      takes: seen.extend({ changes: listedChanges }),
      throws: [
        "not_found",
        "version_conflict",
        "bad_request",
        "already_taken",
        "session_changed",
        "payment_in_progress",
      ],
    },
    (ctx, { changes, ...asked }) =>
      withListed(ctx, changes, (within, all) => updateCart(within, { ...asked, changes: all })),
  ),

  delete: verb(
    {
      ...writes,
      name: "cart.delete",
      takes: seen,
      throws: ["not_found", "version_conflict", "bad_request", "payment_in_progress"],
    },
    deleteCart,
  ),
};
