import { expect, test } from "vitest";

// The configuration is read on the first import that needs it.
const url = new URL(process.env.DATABASE_URL ?? "");
url.searchParams.set("pgbouncer", "true");
process.env.DATABASE_URL = url.href;
const { db, Prisma, send } = await import("./db.ts");

test("behind PgBouncer statements are unnamed", async () => {
  await send(Prisma.sql`select ${"pg"}::text`);
  await db.$queryRaw`select ${"prisma"}::text`;
  expect(await send(Prisma.sql`select name from pg_prepared_statements`)).toEqual([]);
});
