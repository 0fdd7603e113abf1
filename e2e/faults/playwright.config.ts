import { defineConfig } from "@playwright/test";
import * as z from "zod";
import base from "../../playwright.config.ts";
import type { Options } from "../kit/test.ts";

const fronts = z.record(
  z.string(),
  z.object({ baseURL: z.string(), inboxUrl: z.string(), flow: z.string() }),
);

// A core flow for each injected fault (planted-faults.spec.ts): FAULTY_FRONTS lists the addresses of the proxies.
export default defineConfig<Options>({
  ...base,
  testDir: "..",
  grep: /@core/,
  workers: 2,
  retries: 0,
  reporter: [["json"]],
  use: { ...base.use, isLasting: false, actionTimeout: 10_000, mailPatienceMs: 10_000, trace: "off" },
  projects: Object.entries(fronts.parse(JSON.parse(process.env.FAULTY_FRONTS ?? "{}"))).map(
    ([name, { flow, ...use }]) => ({ name, testMatch: `**/${flow}`, use }),
  ),
});
