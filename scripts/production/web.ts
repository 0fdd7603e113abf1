import { readFileSync } from "node:fs";
import { join } from "node:path";
import { keepCompiled } from "./enter-folder.ts";
import { runProgram } from "./run-program.ts";

// node web.js: the web server of the production folder. Any number can run behind a load balancer.
await runProgram(import.meta.dirname, async () => {
  const { env } = await import("#lib/platform/env.ts");
  const { requireDeclaredPooler } = await import("../postgres/pooler.ts");
  await requireDeclaredPooler(env.DATABASE_URL);
  // Next's configuration from the build, passed on as Next's own standalone server does.
  const { config } = JSON.parse(
    readFileSync(join(import.meta.dirname, ".next/required-server-files.json"), "utf8"),
  );
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
  const { useBuild } = await import("../build/users.ts");
  useBuild(import.meta.dirname, "node web.js");
  await import("../web.ts");
  keepCompiled();
});
