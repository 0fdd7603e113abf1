import { expect, test } from "vitest";
import { db, frequent, Prisma, pool, send } from "#lib/platform/database/db.ts";
import { statementsOf } from "./statements.ts";

/** Ends the idle connections, as the pools do after some seconds. */
async function endIdle(): Promise<void> {
  for (const each of [pool, frequent]) {
    const idle = await Promise.all(Array.from({ length: each.idleCount }, () => each.connect()));
    for (const client of idle) client.release(true);
  }
}

test("of the statements on a new connection, the work's are counted and the pool's are not", async () => {
  for (const _ of [1, 2]) {
    await endIdle();
    const sent = await statementsOf(async () => {
      await send(Prisma.sql`select ${"pg"}::text`);
      await db.$queryRaw`select ${"prisma"}::text`;
      await pool.query("set statement_timeout = '25s'");
    });
    expect(sent).toEqual(["select $1::text", "select $1::text", "set statement_timeout = '25s'"]);
  }
});
