import { expect, test } from "vitest";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { db, Prisma, pool, send } from "./db.ts";

test("a time is the same for Prisma and for SQL, whatever the time zone of the database", async () => {
  await inZoneOfDatabase("Asia/Kathmandu", async () => {
    const expiresAt = new Date("2026-07-01T12:00:00.000Z");
    const identifier = `zone-${newId()}`;
    await db.verification.create({ data: { identifier, value: "-", expiresAt } });
    const which = Prisma.sql`from verification where identifier = ${identifier} and expires_at = ${expiresAt}`;
    expect(await send(Prisma.sql`select expires_at ${which}`)).toEqual([{ expires_at: expiresAt }]);
    expect(await db.$queryRaw`select expires_at ${which}`).toEqual([{ expires_at: expiresAt }]);
    expect(await db.verification.findFirst({ where: { identifier } })).toMatchObject({ expiresAt });
  });
});

/** Runs `work` with connections that were opened after the database's time zone became `zone`. */
async function inZoneOfDatabase(zone: string, work: () => Promise<void>): Promise<void> {
  const database = new URL(env.DATABASE_URL).pathname.slice(1);
  const set = async (change: string) => {
    await pool.query(`alter database "${database}" ${change}`);
    const others = "datname = current_database() and pid <> pg_backend_pid()";
    await pool.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where ${others}`);
    await pool.query("select pg_terminate_backend(pg_backend_pid())").catch(() => undefined);
  };
  await set(`set timezone = '${zone}'`);
  try {
    await work();
  } finally {
    await set("reset timezone");
  }
}
