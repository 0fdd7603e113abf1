import { expect, test, vi } from "vitest";
import { pool } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { tendJobs } from "./tend-jobs.ts";

const run = (...args: string[]) => tendJobs(env.DATABASE_URL, "npm run jobs --", args);

test.each(["nonsense", "constructor", "__proto__"])(
  "%s is no command, and the remedy can be typed",
  async (name) => {
    await expect(run(name)).rejects.toMatchObject({
      message: `There is no command ${name}.`,
      remedy: "Write: npm run jobs, or npm run jobs -- replay [id]",
    });
  },
);

test.each([
  ["list", "5"],
  ["replay", crypto.randomUUID(), "5"],
])("%s does nothing with an argument that it does not read", async (...args) => {
  await expect(run(...args)).rejects.toMatchObject({ message: `What is "${args.at(-1)}" for?` });
});

test.each([
  ["nonsense", '"nonsense" is not the id of a job.'],
  ["", '"" is not the id of a job.'],
  ["019a8f6e-0000-7000-8000-000000000000", "There is no failed job 019a8f6e-0000-7000-8000-000000000000."],
])("%s cannot be replayed, and the remedy lists what can", async (id, message) => {
  await expect(run("replay", id)).rejects.toMatchObject({ message, remedy: "List them with: npm run jobs" });
});

test("of many failed jobs the latest are listed, and all are counted and replayed", async () => {
  const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await pool.query(`
    insert into pgboss.job (name, data, source_name, source_id, source_retry_count, source_output, created_on)
    select 'dead-letter', jsonb_build_object('number', n), 'order-mail', gen_random_uuid(), 30,
      '{"message":"Error EENVELOPE 550"}', now() + n * interval '1 s' from generate_series(1, 1203) n`);
  await run();
  const listed = print.mock.calls.flat().join("\n");
  print.mockClear();
  expect(
    listed.match(
      /order-mail {2}failed for good \S+ after 31 attempts\n {2}\{"number":\d+\}\n {2}Error EENVELOPE 550/g,
    ),
  ).toHaveLength(100);
  expect(listed).toMatch(/^\S+ .+\n {2}\{"number":1203\}/);
  expect(listed).toContain("\n1103 earlier jobs are not listed. In all: order-mail 1203.\n");
  await run("replay");
  await run();
  expect(print.mock.calls).toEqual([["order-mail: 1203 put back."], ["No job has failed for good."]]);
});
