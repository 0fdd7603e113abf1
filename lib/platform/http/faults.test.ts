import pg from "pg";
import { expect, test, vi } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { asDomainError } from "./faults.ts";

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "no error",
    (error: unknown) => asDomainError(error).code,
  );

test("a connection that ends, during a statement or before the next one, makes the shop unavailable", async () => {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  client.on("error", () => undefined);
  await client.connect();
  const ended = client.query("select pg_terminate_backend(pg_backend_pid())");
  expect(await codeOf(ended)).toBe("unavailable");
  expect(await codeOf(client.query("select 1"))).toBe("unavailable");
});

test("a connection that was closed makes the shop unavailable", async () => {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  await client.end();
  expect(await codeOf(client.query("select 1"))).toBe("unavailable");
});

test("a database that only reads, as one that another has replaced, makes the shop unavailable", async () => {
  const work = "delete from cart where false";
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  await client.query("set default_transaction_read_only = on");
  expect(await codeOf(client.query(work))).toBe("unavailable");
  await client.end();
  const byPrisma = db.$transaction([
    db.$executeRawUnsafe("set local transaction_read_only = on"),
    db.$executeRawUnsafe(work),
  ]);
  expect(await codeOf(byPrisma)).toBe("unavailable");
});

test("a full disk and a lock that takes too long make the shop unavailable, a broken statement does not", async () => {
  const raise = (code: string) => `do $$ begin raise exception 'no' using errcode = '${code}'; end $$`;
  expect(await codeOf(db.$executeRawUnsafe(raise("53100")))).toBe("unavailable");
  expect(await codeOf(db.$executeRawUnsafe(raise("55P03")))).toBe("unavailable");
  expect(await codeOf(db.$executeRawUnsafe(raise("42601")))).toBe("database_failed");
});

test("an error that another bundle has made stays what it is", async () => {
  vi.resetModules();
  const { DomainError: Other, isDomainError } = await import("#lib/platform/errors.ts");
  const error = new Other("unavailable", "Try again");
  expect(asDomainError(error)).toBe(error);
  expect([isDomainError(error, "unavailable"), isDomainError(error, "not_found")]).toEqual([true, false]);
});
