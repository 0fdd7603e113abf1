import { type JobWithMetadata, PgBoss } from "pg-boss";
import * as z from "zod";
import { deadLetterQueue, spreadEarlierJobs } from "#lib/worker/queues.ts";
import { prepareQueues } from "./migrations/prepare.ts";
import { withDatabase } from "./postgres/session.ts";
import { Problem, report } from "./process/problem.ts";
import { loadEnvironment } from "./state/environment.ts";

// npm run jobs: the jobs that failed for good. npm run jobs -- replay [id]: gives them back to their queues.
const [command = "list", id] = process.argv.slice(2);

async function list(boss: PgBoss): Promise<void> {
  const jobs = await boss.findJobs(deadLetterQueue, { queued: true });
  if (jobs.length === 0) return console.log("No job has failed for good.");
  console.log(jobs.map(describe).join("\n\n"));
  console.log(`\nReplay all: npm run jobs -- replay\nReplay one: npm run jobs -- replay ${jobs[0]?.id}`);
}

async function replay(boss: PgBoss): Promise<void> {
  if (id && !z.uuid().safeParse(id).success) {
    throw new Problem(`${id} is not the id of a job.`, "List them with: npm run jobs");
  }
  const filter = id ? { ids: [id] } : {};
  const { total, destinations, unroutable } = await boss.previewRedrive(deadLetterQueue, filter);
  if (total === 0)
    throw new Problem(
      id ? `There is no failed job ${id}.` : "No job has failed for good.",
      "List them with: npm run jobs",
    );
  // Each call moves a thousand at most.
  for (let moved = 1; moved > 0; ) moved = await boss.redrive(deadLetterQueue, filter);
  await spreadEarlierJobs(boss);
  for (const { name, count } of destinations) console.log(`${name}: ${count} given back.`);
  if (unroutable > 0) console.log(`${unroutable} left: nobody knows any more which queue they came from.`);
}

/** Three lines on one failed job. */
function describe(job: JobWithMetadata<unknown>): string {
  const failed = `failed for good ${job.createdOn.toISOString()} after ${(job.sourceRetryCount ?? 0) + 1} attempts`;
  const reason = z.object({ message: z.string() }).safeParse(job.sourceOutput ?? job.output);
  return [
    `${job.id}  ${job.sourceName ?? "unknown queue"}  ${failed}`,
    `  ${JSON.stringify(job.data)}`,
    `  ${reason.success ? reason.data.message.split("\n")[0] : "no reason was recorded"}`,
  ].join("\n");
}

async function withQueues(url: string, work: (boss: PgBoss) => Promise<void>): Promise<void> {
  await prepareQueues(url);
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, migrate: false });
  boss.on("error", report);
  await boss.start();
  try {
    await work(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

const commands: Record<string, (boss: PgBoss) => Promise<void>> = { list, replay };
try {
  loadEnvironment();
  const work = commands[command];
  if (!work)
    throw new Problem(
      `There is no command ${command}.`,
      "Write: npm run jobs, or npm run jobs -- replay [id]",
    );
  await withDatabase({ what: "npm run jobs" }, (url) => withQueues(url, work));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
