import type { TestProject } from "vitest/node";
import { prepareDatabase } from "#scripts/migrations/prepare.ts";
import { databaseUrl } from "#scripts/postgres/url.ts";
import { createDatabase, dropDatabase, dropDatabases } from "./database.ts";
import { startTestServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server's maintenance database. */
    testServerUrl: string;
    /** The migrated database that every test file gets a copy of. */
    testTemplate: string;
  }
}

/** Runs once: starts a PostgreSQL with one migrated database, which `worker-setup.ts` copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const template = `test_template_${process.pid}`;
  await dropDatabase(server.url, template);
  await createDatabase(server.url, template);
  await prepareDatabase(databaseUrl(server.url, template));
  project.provide("testServerUrl", server.url);
  project.provide("testTemplate", template);
  return async () => {
    if (process.env.TEST_DATABASE_URL) await dropDatabases(server.url, template);
    await server.stop();
  };
}
