import { db } from "#lib/platform/database/db.ts";

/** A write that has to fail. `when` is SQL over `new` and `old`, true by default. */
type Write = { on: "insert" | "update" | "delete"; table: string; when?: string };

/** Runs `work` while PostgreSQL rejects a write, like a failure in the middle of a request. */
export async function whileBroken<T>(
  { on, table, when = "true" }: Write,
  work: () => Promise<T>,
): Promise<T> {
  await db.$executeRawUnsafe(`create function break_write() returns trigger language plpgsql as
    $$ begin raise exception 'broken on purpose'; end $$`);
  await db.$executeRawUnsafe(
    `create trigger break_write before ${on} on "${table}" for each row when (${when}) execute function break_write()`,
  );
  try {
    return await work();
  } finally {
    await db.$executeRawUnsafe("drop function break_write cascade");
  }
}
