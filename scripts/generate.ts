import { generateClient } from "./build/client.ts";
import { readOptions } from "./process/options.ts";
import { report } from "./process/problem.ts";

// Generates prisma/generated from prisma/schema.prisma, unless it is up to date.
try {
  readOptions({}, "npm run db:generate");
  await generateClient();
} catch (error) {
  report(error);
  process.exitCode = 1;
}
