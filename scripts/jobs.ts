import { tendJobs } from "./jobs/tend-jobs.ts";
import { jobsUsage } from "./jobs/usage.ts";
import { prepareQueues } from "./migrations/prepare.ts";
import { withDatabase } from "./postgres/session.ts";
import { offerHelp } from "./process/arguments.ts";
import { report } from "./process/problem.ts";
import { loadEnvironment } from "./state/environment.ts";

// npm run jobs: lists the jobs that failed for good. npm run jobs -- replay [id]: puts them back into their queues.
const program = "npm run jobs --";
try {
  offerHelp(jobsUsage(program));
  loadEnvironment();
  await withDatabase({ what: "npm run jobs" }, async (url) => {
    await prepareQueues(url);
    await tendJobs(url, program, process.argv.slice(2));
  });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
