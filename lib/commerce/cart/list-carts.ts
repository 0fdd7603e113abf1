import type { Context } from "#lib/platform/context.ts";
import { countRows } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import type { Listing } from "#lib/platform/filter/index.ts";
import type { Cart } from "./cart.ts";
import { loadCarts } from "./queries.ts";
import { visibleCarts } from "./scope.ts";

/** A page of the carts that the caller may see. `total` counts all pages, if requested. */
export async function listCarts(ctx: Context, listing: Listing): Promise<{ carts: Cart[]; total?: number }> {
  const { where, orderBy, limit, offset } = listing;
  const which = Prisma.sql`where ${visibleCarts(ctx)} and ${where}`;
  const carts = await loadCarts(
    ctx,
    Prisma.sql`${which} order by ${orderBy} limit ${limit} offset ${offset}`,
    rowsPlannedAnew,
  );
  return listing.withTotal ? { carts, total: await countRows(ctx, Prisma.sql`cart c ${which}`) } : { carts };
}
