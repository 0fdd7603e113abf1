import { PgBoss } from "pg-boss";
import * as z from "zod";
import { deadLetterQueue, spreadEarlierJobs } from "#lib/worker/queues.ts";
import { refuseSurplus } from "../process/arguments.ts";
import { Problem, report } from "../process/problem.ts";
import { jobsUsage, listing } from "./usage.ts";

type Command = (boss: PgBoss, program: string, id?: string) => Promise<void>;
const mostListed = 100;

const commands: Record<string, Command> = { list, replay };

/**
 * Lists the latest jobs that failed for good, or with `replay` puts one or all of them back into their queues, which
 * have to exist. `program` is the command to show in hints.
 * @throws Problem for an unknown command or job, and for an argument too many
 */
export async function tendJobs(url: string, program: string, args: string[]): Promise<void> {
  const [name = "list", id] = args;
  const usage = jobsUsage(program);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Problem(`There is no command ${name}.`, usage);
  refuseSurplus(args, command === replay ? 2 : 1, usage);
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, migrate: false });
  boss.on("error", report);
  await boss.start();
  try {
    await command(boss, program, id);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function list(boss: PgBoss, program: string): Promise<void> {
  const { total, destinations } = await boss.previewRedrive(deadLetterQueue, {});
  const jobs = await newestJobs(boss);
  if (jobs.length === 0) return console.log("No job has failed for good.");
  console.log(jobs.map(describe).join("\n\n"));
  if (total > jobs.length) {
    const counts = destinations.map(({ name, count }) => `${name} ${count}`).join(", ");
    console.log(`\n${total - jobs.length} earlier jobs are not listed. In all: ${counts}.`);
  }
  console.log(`\nReplay all: ${program} replay\nReplay one: ${program} replay ${jobs[0]?.id}`);
}

const failedJob = z.object({
  id: z.string(),
  data: z.unknown(),
  queue: z.string().nullable(),
  failedAt: z.date(),
  retries: z.int().nullable(),
  output: z.unknown(),
});
type FailedJob = z.output<typeof failedJob>;

/** After a long outage there may be too many to read, or to keep in memory. */
async function newestJobs(boss: PgBoss): Promise<FailedJob[]> {
  const { rows } = await boss.getDb().executeSql(
    `select id, data, source_name as queue, created_on as "failedAt", source_retry_count as retries,
       coalesce(source_output, output) as output
     from pgboss.job where name = $1 and state < 'active' order by created_on desc, id desc limit $2`,
    [deadLetterQueue, mostListed],
  );
  return z.array(failedJob).parse(rows);
}

async function replay(boss: PgBoss, program: string, id?: string): Promise<void> {
  // An empty one is a script's variable that is not set, and does not mean all.
  if (id !== undefined && !z.uuid().safeParse(id).success) {
    throw new Problem(`"${id}" is not the id of a job.`, `List them with: ${listing(program)}`);
  }
  const filter = id ? { ids: [id] } : {};
  const { total, destinations, unroutable } = await boss.previewRedrive(deadLetterQueue, filter);
  if (total === 0)
    throw new Problem(
      id ? `There is no failed job ${id}.` : "No job has failed for good.",
      `List them with: ${listing(program)}`,
    );
  // Each call moves up to a thousand.
  for (let moved = 1; moved > 0; ) moved = await boss.redrive(deadLetterQueue, filter);
  await spreadEarlierJobs(boss);
  for (const { name, count } of destinations) console.log(`${name}: ${count} put back.`);
  if (unroutable > 0) console.log(`${unroutable} left: the queue they came from is unknown.`);
}

/** Describes a failed job in three lines. */
function describe({ id, data, queue, failedAt, retries, output }: FailedJob): string {
  const failed = `failed for good ${failedAt.toISOString()} after ${(retries ?? 0) + 1} attempts`;
  const reason = z.object({ message: z.string() }).safeParse(output);
  return [
    `${id}  ${queue ?? "unknown queue"}  ${failed}`,
    `  ${JSON.stringify(data)}`,
    `  ${reason.success ? reason.data.message.split("\n")[0] : "no reason was recorded"}`,
  ].join("\n");
}
