import { generateClient } from "./build/client.ts";
import { report } from "./process/problem.ts";

// Writes prisma/generated from prisma/schema.prisma, when it does not fit any more.
try {
  await generateClient();
} catch (error) {
  report(error);
  process.exitCode = 1;
}
