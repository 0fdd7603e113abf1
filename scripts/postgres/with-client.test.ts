import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { env } from "#lib/platform/env.ts";
import { withClient } from "./with-client.ts";

const pid = "select pg_backend_pid() as pid";

test("a connection that ends between two queries fails the next one, and nothing else", async () => {
  const cut = withClient(env.DATABASE_URL, async (client) => {
    const { rows } = await client.query(pid);
    await withClient(env.DATABASE_URL, (other) =>
      other.query("select pg_terminate_backend($1, 5000)", [rows[0].pid]),
    );
    await sleep(20);
    return client.query(pid);
  });
  await expect(cut).rejects.toThrow(/terminat|not queryable/);
});
