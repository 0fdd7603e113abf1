import { processWide } from "#lib/platform/process-wide.ts";
import type { Prisma } from "./db.ts";

/** Up to this many results are counted every time. */
export const countedExactly = 1000;

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
  const key = JSON.stringify([question.sql, question.values]);
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.value as Promise<T>;
  if (kept.size >= maxKept) kept.clear();
  const value = count();
  kept.set(key, { value, until: Date.now() + keptMs });
  value.catch(() => kept.delete(key));
  return value;
}
