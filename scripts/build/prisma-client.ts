import { createRequire } from "node:module";
import { join } from "node:path";
import { messageOf } from "../process/problem.ts";
import { root } from "../state/folder.ts";

// Does what `prisma generate` does, without Prisma's command line. Both packages are broken as ES modules.
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
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
