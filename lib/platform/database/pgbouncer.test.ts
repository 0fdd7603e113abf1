import { expect, test } from "vitest";

// The configuration is read on the first import that needs it.
const url = new URL(process.env.DATABASE_URL ?? "");
url.searchParams.set("pgbouncer", "true");
process.env.DATABASE_URL = url.href;
const { db, frequent, pool, Prisma, send } = await import("./db.ts");
const { startWorker } = await import("#lib/worker/worker.ts");

test("behind PgBouncer statements are unnamed", async () => {
  await send(Prisma.sql`select ${"pg"}::text`);
  await db.$queryRaw`select ${"prisma"}::text`;
  expect(await send(Prisma.sql`select name from pg_prepared_statements`)).toEqual([]);
});

test("behind PgBouncer all connections are in one pool", () => {
  expect(frequent).toBe(pool);
  expect(pool.options.max).toBe(Number(process.env.DATABASE_POOL_SIZE));
});

test("behind PgBouncer no setting and no LISTEN is left on a connection", async () => {
  const worker = await startWorker([]);
  try {
    const { rows } = await pool.query(
      "select query from pg_stat_activity where datname = current_database() and query ilike 'listen%'",
    );
    expect(rows).toEqual([]);
    const changed = "select name from pg_settings where source = 'session' and name not like 'client_%'";
    expect((await pool.query(changed)).rows).toEqual([]);
  } finally {
    await worker.stop();
  }
});
