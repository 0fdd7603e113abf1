import * as z from "zod";
import { type Context, userIdOf } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { onlyRowOf } from "#lib/platform/database/rows.ts";

/**
 * A read as one JSON expression: a statement of its own, or a part of the statement that finds the caller. A verb lists
 * what it reads first as `readsFirst`, and then calls `read` as usual.
 */
export type Reading<T = unknown> = {
  /** Names the read and all its parameters but the caller. */
  question: string;
  /** `userId` is the caller's, or null. */
  json(userId: Prisma.Sql): Prisma.Sql;
  row: z.ZodType<T>;
};

/** Finds the caller. What is read along with the session is in the context; without a session that is nothing. */
export type FindCaller = (readings: readonly Reading[]) => Promise<Context>;

const anyValue = z.object({ value: z.unknown() });

/** The result, read along with the caller or now. */
export async function read<T>(ctx: Context, reading: Reading<T>): Promise<T> {
  const along = takeAlong(ctx, reading);
  if (along !== undefined) return along;
  const value = reading.json(Prisma.sql`${userIdOf(ctx.actor)}::uuid`);
  const found = await onlyRowOf(ctx, Prisma.sql`select ${value} as value`, anyValue);
  return reading.row.parse(found.value);
}

/**
 * The result if it was read along with the caller. Only once, and not in a transaction: a caller that reads again wants
 * to see what has changed.
 */
export function takeAlong<T>(
  { tx, along }: Context,
  { question, row }: Pick<Reading<T>, "question" | "row">,
): T | undefined {
  if (tx || !along?.has(question)) return undefined;
  const value = along.get(question);
  along.delete(question);
  return row.parse(value);
}
