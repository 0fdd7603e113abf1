import { Prisma } from "#lib/db.ts";
import type { Condition, Scalar } from "#lib/filter/index.ts";

/** Products that hold every word of `text` somewhere, and how well they fit: a hit in the name counts most. */
export function textSearch(text: string): { where: Condition; score: Scalar } {
  const words = text
    .normalize("NFC")
    .replaceAll("\u0000", " ")
    .toWellFormed()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const scores = patterns.map(
    (pattern) => Prisma.sql`(case when p.name ilike ${pattern} then 4 else 0 end)
      + (case when c.name ilike ${pattern} then 2 else 0 end)
      + (case when p.description ilike ${pattern} then 1 else 0 end)`,
  );
  return {
    where: patterns.length === 0 ? Prisma.sql`true` : Prisma.join(patterns.map(holds), " and ", "(", ")"),
    score: {
      type: "number",
      // A bare 1 in an `order by` would mean the first column.
      sql: scores.length === 0 ? Prisma.sql`1::int` : Prisma.join(scores, " + ", "(", ")"),
    },
  };
}

function holds(pattern: string): Prisma.Sql {
  return Prisma.sql`(p.name ilike ${pattern} or p.description ilike ${pattern} or c.name ilike ${pattern}
    or exists (select 1 from product_variant v where v.product_id = p.id
      and (v.sku ilike ${pattern} or v.title ilike ${pattern})))`;
}
