import { jobsUsage } from "../jobs/usage.ts";
import { runProgram } from "./run-program.ts";

// node jobs.js: lists the jobs that failed for good. node jobs.js replay [id]: puts them back into their queues.
const name = "node jobs.js";
await runProgram(
  import.meta.dirname,
  async (args) => {
    const { env } = await import("#lib/platform/env.ts");
    const { tendJobs } = await import("../jobs/tend-jobs.ts");
    await tendJobs(env.DATABASE_URL, name, args);
  },
  jobsUsage(name),
);
