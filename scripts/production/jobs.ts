import { report } from "../process/problem.ts";
import { enterFolder } from "./enter-folder.ts";

// node jobs.js: lists the jobs that failed for good. node jobs.js replay [id]: puts them back into their queues.
try {
  await enterFolder(import.meta.dirname);
  const { env } = await import("#lib/platform/env.ts");
  const { tendJobs } = await import("../jobs/tend-jobs.ts");
  await tendJobs(env.DATABASE_URL, "node jobs.js", process.argv.slice(2));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
