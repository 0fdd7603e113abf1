import { hash } from "node:crypto";
import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { Prisma } from "./db.ts";
import { rowsPlannedAnew } from "./rows.ts";

/** Up to this many results are counted every time. */
export const countedExactly = 1000;

/**
 * How many rows `found` has: what follows "from", with the conditions of a caller. Above 1,000 it may be a minute old.
 */
export async function countRows(ctx: Context, found: Prisma.Sql): Promise<number> {
  const few = await countEvery(ctx, Prisma.sql`(select 1 from ${found} limit ${countedExactly + 1}) few`);
  return few <= countedExactly ? few : largeCount(found, () => countEvery(ctx, found));
}

const total = z.object({ total: z.int() });

/** The same, counted now, however many there are. */
export async function countEvery(ctx: Context, found: Prisma.Sql): Promise<number> {
  const [row] = await rowsPlannedAnew(ctx, Prisma.sql`select count(*)::int as total from ${found}`, total);
  return row?.total ?? 0;
}

const keptMs = 60_000;
const maxKept = 1000;

type Kept = { value: Promise<unknown>; until: number };
// Shared by pages and APIs.
const kept = processWide("large-counts", () => new Map<string, Kept>());

/**
 * Caches `count`, over more than `countedExactly` results, for a minute: nobody who pages through thousands of results
 * needs an exact number. `question` is the cache key; failures are not cached.
 */
export function largeCount<T>(question: Prisma.Sql, count: () => Promise<T>): Promise<T> {
  // Hashed: a question may be as long as a body, and a thousand are kept.
  const key = hash("sha256", JSON.stringify([question.sql, question.values.map(sameForAMinute)]), "base64");
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.value as Promise<T>;
  if (kept.size >= maxKept) kept.clear();
  const value = count();
  kept.set(key, { value, until: Date.now() + keptMs });
  value.catch(() => kept.delete(key));
  return value;
}

/** Times come from the clock. Within a minute they must not make two questions differ. */
function sameForAMinute(value: unknown): unknown {
  return value instanceof Date ? Math.floor(value.getTime() / keptMs) : value;
}
