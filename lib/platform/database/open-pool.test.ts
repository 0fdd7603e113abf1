import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";
import { env } from "#lib/platform/env.ts";
import { until } from "#test/support/until.ts";
import { openPool } from "./open-pool.ts";

const pool = openPool({ connectionString: env.DATABASE_URL, max: 2 });
const problems: unknown[] = [];
const note = (error: unknown) => problems.push(error);
process.on("uncaughtException", note);

afterAll(() => void process.off("uncaughtException", note));

/** A way to the database that can be cut: both sides stay connected, and nothing arrives any more. */
async function openWay() {
  const { hostname, port } = new URL(env.DATABASE_URL);
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    sockets.push(near.pipe(far), far.pipe(near));
    for (const socket of [near, far]) socket.on("error", () => undefined);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(env.DATABASE_URL);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    cut: () => {
      for (const socket of sockets.splice(0)) socket.unpipe().pause();
    },
    close: () => void server.close(),
  };
}

test("a server that vanishes without a word fails the statement in time, and the next one gets another connection", async () => {
  const way = await openWay();
  const distant = openPool({ connectionString: way.url, max: 1 }, 1_000);
  const asks = () => distant.query<{ one: number }>("SELECT 1 AS one");
  expect((await asks()).rows).toEqual([{ one: 1 }]);
  const lent = await distant.connect();
  await lent.query("BEGIN");
  way.cut();
  await expect(lent.query("SELECT 1")).rejects.toThrow("Connection terminated unexpectedly");
  lent.release();
  expect((await asks()).rows).toEqual([{ one: 1 }]);
  way.cut();
  await expect(asks()).rejects.toThrow("Connection terminated unexpectedly");
  expect((await asks()).rows).toEqual([{ one: 1 }]);
  await distant.end();
  way.close();
});

test("waiting for a connection ends", async () => {
  const narrow = openPool({ connectionString: env.DATABASE_URL, max: 1, connectionTimeoutMillis: 1_000 });
  const lent = await narrow.connect();
  await expect(narrow.query("SELECT 1")).rejects.toThrow("timeout exceeded when trying to connect");
  lent.release();
  await narrow.end();
});

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
