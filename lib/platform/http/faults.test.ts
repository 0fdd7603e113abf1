import pg from "pg";
import { expect, test } from "vitest";
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
