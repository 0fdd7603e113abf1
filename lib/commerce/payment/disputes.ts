import * as z from "zod";

const stored = z.record(z.string(), z.enum(["open", "won", "lost"]));

/** The disputes of a payment by the provider's ids, as recorded. */
export type Disputes = z.output<typeof stored>;

/** The disputes in a column of JSON. @throws ZodError if they are not ours */
export function disputesFrom(value: unknown): Disputes {
  return stored.parse(value);
}

/** Whether the bank has decided for the buyer, who has the money back. A provider refunds none of it then. */
export function isLost(disputes: Disputes): boolean {
  const all = Object.values(disputes);
  return all.includes("lost") && !all.includes("open");
}
