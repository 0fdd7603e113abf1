import type { Prisma } from "#lib/platform/db.ts";
import { processWide } from "#lib/platform/process-wide.ts";

/** Up to so many results are counted at every look. */
export const countedExactly = 1000;

const keptMs = 60_000;
const maxKept = 1000;

type Kept = { value: Promise<unknown>; until: number };
// Pages and the API ask the same questions.
const kept = processWide("large-counts", () => new Map<string, Kept>());

/**
 * What `count` finds about more than `countedExactly` results, kept for a minute: whoever leafs through thousands of
 * products does not need their number to the second. `question` is what is counted; a failure is not kept.
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
