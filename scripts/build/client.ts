import { join } from "node:path";
import { root } from "../state/folder.ts";
import { fingerprint, isFresh, markFresh } from "./fingerprint.ts";
import { run } from "./run.ts";

const stamp = join(root, "prisma/generated/.made-from");

/**
 * Runs `prisma generate` when the schema or Prisma itself has changed. Nothing is fetched from the network.
 * @throws Problem with what Prisma says about the schema.
 */
export async function generateClient(): Promise<void> {
  const print = fingerprint(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (isFresh(stamp, print)) return;
  await run(["node_modules/prisma/build/index.js", "generate"], {
    name: "prisma generate",
    remedy: "Correct prisma/schema.prisma, then repeat the command.",
    env: {
      ...process.env,
      // The command asks for the native schema engine, which it would download, and never uses it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
  });
  markFresh(stamp, print);
}
