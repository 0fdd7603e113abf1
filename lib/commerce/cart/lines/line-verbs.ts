import * as z from "zod";
import { id } from "#lib/platform/text.ts";
import { change, own } from "../own-cart-verb.ts";
import { lineInput, maxLines, quantityInput } from "../schemas.ts";
import { addLine, wantedProducts } from "./add-line.ts";
import { addLines } from "./add-lines.ts";
import { changeLine } from "./change-line.ts";

/** Errors of a change to lines. */
const unbuyable = ["bad_request", "not_found", "price_not_available", "out_of_stock"] as const;

/** The operations on the lines of the shopper's own cart. */
export const cartLines = {
  /** Adds one variant, or several at once, all or none; quantities of the same variant add up. */
  add: change(
    "cart.add",
    {
      takes: own.extend({
        wanted: z.union([z.object({ lines: z.array(lineInput).min(1).max(maxLines) }), lineInput]),
      }),
      throws: unbuyable,
      alsoReads: ({ cart, wanted }) => [wantedProducts(cart, "lines" in wanted ? wanted.lines : [wanted])],
    },
    ({ wanted }) =>
      (ctx, cart) =>
        "lines" in wanted ? addLines(ctx, cart, wanted.lines) : addLine(ctx, cart, wanted),
  ),

  /** A quantity of 0 removes the line. */
  changeLine: change(
    "cart.change-line",
    { takes: own.extend({ lineId: id, ...quantityInput.shape }), throws: unbuyable },
    (line) => (ctx, cart) => changeLine(ctx, cart, line),
  ),

  removeLine: change(
    "cart.remove-line",
    { takes: own.extend({ lineId: id }), throws: ["not_found"] },
    ({ lineId }) =>
      (ctx, cart) =>
        changeLine(ctx, cart, { lineId, quantity: 0 }),
  ),
};
