import { join } from "node:path";
import { readMigrations } from "../migrations/folder.ts";
import { migrate } from "../migrations/migrate.ts";
import { checkServer } from "../postgres/external.ts";
import { runProgram } from "./run-program.ts";

// node migrate.js: prepares the database for this version, before its first process starts. Idempotent.
await runProgram(import.meta.dirname, async () => {
  const { env } = await import("#lib/platform/env.ts");
  const { shop } = await import("#lib/shop.ts");
  const { prepareQueues } = await import("#lib/worker/queues.ts");
  await checkServer(env.DATABASE_URL);
  const applied = await migrate(
    env.DATABASE_URL,
    readMigrations(join(import.meta.dirname, "prisma/migrations")),
  );
  await prepareQueues(env.DATABASE_URL, shop.handlers);
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Nothing to apply.");
});
