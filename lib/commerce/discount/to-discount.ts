import type { Prisma } from "#lib/platform/database/db.ts";
import type { Discount } from "./evaluate.ts";

/** Maps a row to a Discount: amounts as numbers, times in ISO 8601. */
export function toDiscount(row: Prisma.DiscountGetPayload<object>): Discount {
  return {
    ...row,
    value: Number(row.value),
    minimumSpend: Number(row.minimumSpend),
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
  };
}
