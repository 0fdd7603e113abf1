import { afterAll, expect, test } from "vitest";
import { env } from "#lib/platform/env.ts";
import { until } from "#test/support/until.ts";
import { openPool } from "./open-pool.ts";

const pool = openPool({ connectionString: env.DATABASE_URL, max: 2 });
const problems: unknown[] = [];
const note = (error: unknown) => problems.push(error);
process.on("uncaughtException", note);

afterAll(() => void process.off("uncaughtException", note));

test("replaces connections that the server ended, idle or lent", async () => {
  const lent = await pool.connect();
  const { rows } = await lent.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const idle = await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const ended = Promise.all([
    new Promise((resolve) => lent.once("end", resolve)),
    until(async () => pool.idleCount === 0),
  ]);
  const killer = openPool({ connectionString: env.DATABASE_URL, max: 1 });
  await killer.query("SELECT pg_terminate_backend($1), pg_terminate_backend($2)", [
    rows[0]?.pid,
    idle.rows[0]?.pid,
  ]);
  await killer.end();
  await ended;
  await expect(lent.query("SELECT 1")).rejects.toThrow();
  lent.release(true);
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
  expect(problems).toEqual([]);
});
