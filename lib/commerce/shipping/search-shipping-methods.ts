import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { countRows } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf, rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import type { FieldList, Listing } from "#lib/platform/filter/index.ts";
import { id as uuid } from "#lib/platform/text.ts";

const fullShippingMethod = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  active: z.boolean(),
  /** The countries that it serves; empty means all. */
  countries: z.array(z.string()),
  /** Minor units by currency. */
  prices: z.record(z.string(), z.int()),
});

/** A shipping method with all that the merchant has set. */
export type FullShippingMethod = z.output<typeof fullShippingMethod>;

/** The filterable fields of shipping methods. */
export const shippingMethodFields = {
  id: { type: "uuid", sql: Prisma.sql`m.id` },
  key: { type: "string", sql: Prisma.sql`m.key` },
  name: { type: "string", sql: Prisma.sql`m.name` },
  description: { type: "string", sql: Prisma.sql`m.description` },
  active: { type: "boolean", sql: Prisma.sql`m.active` },
  prices: {
    type: "collection",
    rows: Prisma.sql`jsonb_each_text(m.prices) r (currency, amount) where true`,
    fields: {
      currency: { type: "string", sql: Prisma.sql`r.currency` },
      amount: { type: "number", sql: Prisma.sql`r.amount::bigint` },
    },
  },
} satisfies FieldList;

/** A page of all shipping methods. `total` counts all pages, if requested. */
export async function searchShippingMethods(
  ctx: Context,
  { where, orderBy, limit, offset, withTotal }: Listing,
): Promise<{ methods: FullShippingMethod[]; total?: number }> {
  const methods = await load(
    ctx,
    Prisma.sql`where ${where} order by ${orderBy} limit ${limit} offset ${offset}`,
    rowsPlannedAnew,
  );
  return withTotal
    ? { methods, total: await countRows(ctx, Prisma.sql`shipping_method m where ${where}`) }
    : { methods };
}

/** The active methods that serve a country and, if it is given, have a price in `currency`; in display order. */
export function matchingShippingMethods(
  ctx: Context,
  { country, currency }: { country: string; currency: string | null },
): Promise<FullShippingMethod[]> {
  return load(
    ctx,
    Prisma.sql`where m.active and (${currency}::text is null or m.prices ? ${currency}::text)
      and (m.countries = '{}' or ${country} = any (m.countries)) order by m.position, m.key`,
  );
}

/** The shipping method with this id or key, or null. */
export async function findShippingMethod(
  ctx: Context,
  name: { id: string } | { key: string },
): Promise<FullShippingMethod | null> {
  if ("id" in name && !uuid.safeParse(name.id).success) return null;
  const isNamed = "id" in name ? Prisma.sql`m.id = ${name.id}::uuid` : Prisma.sql`m.key = ${name.key}`;
  const [found] = await load(ctx, Prisma.sql`where ${isNamed}`);
  return found ?? null;
}

function load(ctx: Context, which: Prisma.Sql, read = rowsOf): Promise<FullShippingMethod[]> {
  const methods = Prisma.sql`
    select id, key, name, description, active, countries, prices from shipping_method m ${which}`;
  return read(ctx, methods, fullShippingMethod);
}
