import { defineConfig } from "@playwright/test";
import * as z from "zod";
import base from "../../playwright.config.ts";
import type { Options } from "../kit/test.ts";

const fronts = z.record(z.string(), z.object({ baseURL: z.string(), inboxUrl: z.string() }));

// The core flows, once for each fault that planted-faults.spec.ts has planted: FAULTY_FRONTS says behind which address.
export default defineConfig<Options>({
  ...base,
  testDir: "..",
  grep: /@core/,
  workers: 2,
  retries: 0,
  reporter: [["json"]],
  use: { ...base.use, isLasting: false, actionTimeout: 10_000, mailPatienceMs: 10_000, trace: "off" },
  projects: Object.entries(fronts.parse(JSON.parse(process.env.FAULTY_FRONTS ?? "{}"))).map(
    ([name, use]) => ({
      name,
      use,
    }),
  ),
});
