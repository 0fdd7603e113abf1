import { inject } from "vitest";
import { env } from "#lib/platform/env.ts";
import { withClient } from "#scripts/postgres/with-client.ts";

/**
 * Runs `work` while new connections to the test's database begin with `setting`, "name = value". Earlier ones are
 * ended. `end` ends it before the work is done: connections that are open then stay as they are.
 */
export async function withSetting(
  setting: string,
  work: (end: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const name = decodeURIComponent(new URL(env.DATABASE_URL).pathname.slice(1));
  const ask = (sql: string, values: unknown[] = []) =>
    withClient(inject("testServerUrl"), (client) => client.query(sql, values));
  const disconnect = () =>
    ask("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1", [name]);
  const end = async () => void (await ask(`alter database "${name}" reset ${setting.split(" ")[0]}`));
  await ask(`alter database "${name}" set ${setting}`);
  await disconnect();
  try {
    await work(end);
  } finally {
    await end();
    await disconnect();
  }
}
