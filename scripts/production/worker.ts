import { join } from "node:path";
import { keepCompiled } from "./enter-folder.ts";
import { runProgram } from "./run-program.ts";

// node worker.js: the worker of the production folder. Any number can run.
await runProgram(import.meta.dirname, async () => {
  const { env } = await import("#lib/platform/env.ts");
  const { readMigrations } = await import("../migrations/folder.ts");
  const { requireMigrated } = await import("../migrations/require-migrated.ts");
  const { requireDeclaredPooler } = await import("../postgres/pooler.ts");
  await requireDeclaredPooler(env.DATABASE_URL);
  // Otherwise it would create its queues there, and fail again and again at everything else.
  const migrations = readMigrations(join(import.meta.dirname, "prisma/migrations"));
  await requireMigrated(env.DATABASE_URL, migrations, "node migrate.js");
  const { useBuild } = await import("../build/users.ts");
  useBuild(import.meta.dirname, "node worker.js");
  await import("../worker.ts");
  keepCompiled();
});
