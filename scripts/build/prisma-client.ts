import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { messageOf } from "../process/problem.ts";
import { root } from "../state/folder.ts";
import { renumberGraph } from "./renumber-graph.ts";

// Does what `prisma generate` does, without Prisma's command line, and makes the client smaller in memory. Both
// packages are broken as ES modules, so they are required.
const require = createRequire(import.meta.url);
const {
  PrismaClientTsGenerator,
}: typeof import("@prisma/client-generator-ts") = require("@prisma/client-generator-ts");
const { getGenerators, loadSchemaContext }: typeof import("@prisma/internals") = require("@prisma/internals");

try {
  const [generator] = await getGenerators({
    cliCommand: "generate",
    schemaContext: await loadSchemaContext({
      schemaPath: { baseDir: root, cliProvidedPath: join(root, "prisma/schema.prisma") },
      printLoadMessage: false,
    }),
    registry: { "prisma-client": { type: "in-process", generator: new PrismaClientTsGenerator() } },
  });
  await generator?.generate();
  generator?.stop();
  const made = join(root, "prisma/generated/internal/class.ts");
  writeFileSync(made, renumberGraph(readFileSync(made, "utf8")));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
