import { join } from "node:path";
import { root } from "../state/folder.ts";
import { fingerprint, isFresh, markFresh } from "./fingerprint.ts";
import { run } from "./run.ts";

const stamp = join(root, "prisma/generated/.made-from");

/**
 * Generates Prisma's client if the schema or Prisma has changed. Needs no network.
 * @throws Problem with Prisma's message about the schema
 */
export async function generateClient(): Promise<void> {
  const generator = "node_modules/@prisma/client-generator-ts/package.json";
  const own = ["prisma-client", "renumber-graph"].map((name) => `scripts/build/${name}.ts`);
  const print = fingerprint(["prisma/schema.prisma", generator, ...own]);
  if (isFresh(stamp, print)) return;
  await run(["scripts/build/prisma-client.ts"], {
    name: "Prisma's generator",
    remedy: "Correct prisma/schema.prisma, then repeat the command.",
  });
  markFresh(stamp, print);
}
