import { db } from "#lib/platform/database/db.ts";

/** Makes the next `times` writes to a table fail with a serialization failure. Call endRaces afterwards. */
export async function loseRaces(
  table: string,
  times: number,
  { state = "40001", on = "insert" }: { state?: string; on?: "insert" | "update" | "delete" } = {},
): Promise<void> {
  await db.$executeRawUnsafe("create sequence races");
  await db.$executeRawUnsafe(`create function lose_race() returns trigger language plpgsql as $$ begin
    if nextval('races') <= ${times} then raise exception 'lost' using errcode = '${state}'; end if;
    return coalesce(new, old); end $$`);
  await db.$executeRawUnsafe(
    `create trigger lose_race before ${on} on "${table}" for each row execute function lose_race()`,
  );
}

export async function endRaces(): Promise<void> {
  await db.$executeRawUnsafe("drop function if exists lose_race cascade");
  await db.$executeRawUnsafe("drop sequence if exists races");
}
