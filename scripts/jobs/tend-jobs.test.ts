import { expect, test } from "vitest";
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
