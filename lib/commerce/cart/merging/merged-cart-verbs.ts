import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { customers, verb } from "#lib/platform/verb/index.ts";
import { cartHandle } from "../schemas.ts";
import { syncCart } from "./sync-cart.ts";
import { findRecentMerge, undoMerge } from "./undo-merge.ts";

/** The operations of customers to merge another cart into their own. */
export const mergedCarts = {
  /** Merges the token's cart into the customer's. Idempotent. */
  sync: verb(
    {
      name: "cart.sync",
      who: customers,
      takes: z.object({ cart: cartHandle }),
      throws: ["session_changed", "too_many_requests"],
      limits: [acts.changeCart],
    },
    (ctx, { cart }) => syncCart(ctx, cart),
  ),

  /** The merge that can still be undone, or null. */
  findRecentMerge: verb(
    {
      name: "cart.find-recent-merge",
      who: customers,
      takes: z.object({ id }),
      throws: [],
      limits: { none: "only reads of the caller's own cart" },
    },
    findRecentMerge,
  ),

  /** Undoes the latest merge. */
  undoMerge: verb(
    {
      name: "cart.undo-merge",
      who: customers,
      takes: z.object({ id }),
      throws: ["cart_changed"],
      limits: [acts.changeCart],
    },
    undoMerge,
  ),
};
