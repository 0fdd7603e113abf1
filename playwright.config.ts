import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "#test/surroundings/chromium.ts";
import { ownShop } from "#test/surroundings/own-shop.ts";
import { settings } from "./e2e/kit/settings.ts";
import type { Options } from "./e2e/kit/test.ts";

// The runner reads this file first, and each worker again, inheriting the environment: values that are chosen here the
// first time are kept.
process.env.E2E_CHROMIUM ??= await chromiumPath();
const own = await ownShop();
const { E2E_BASE_URL, INBOX, E2E_OPERATOR } = settings();
// `npm test`, which asks for a report, runs as on a build server: a failed test is repeated, and only then recorded.
const unattended = Boolean(process.env.CI || process.env.E2E_REPORT);

export default defineConfig<Options>({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  snapshotPathTemplate: "e2e/pages/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: unattended,
  retries: unattended ? 1 : 0,
  // One more than the smallest supported machine has cores: tests wait for mails and for answers.
  workers: 3,
  // A test takes a few seconds. These limits are for busy machines.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [
    ["list"],
    ["html", { open: "never" }],
    ...(process.env.E2E_REPORT ? [["json", { outputFile: process.env.E2E_REPORT }] as const] : []),
  ],
  use: {
    baseURL: E2E_BASE_URL,
    inboxUrl: INBOX,
    operatorClient: E2E_OPERATOR,
    isLasting: own === null,
    locale: "en-US",
    launchOptions: { executablePath: process.env.E2E_CHROMIUM, args: chromiumArgs },
    // Recording slows a test down: least without pictures of every moment, as each step's page is kept anyway. Where a
    // failed test is repeated, its second run is recorded.
    trace: { mode: unattended ? "on-first-retry" : "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
  // A test runs in the projects that its tags name, and without such a tag at desktop size. At both sizes run those
  // whose pages differ: what a shopper taps to buy, the summary that is folded away, long words and the other
  // direction.
  projects: [
    {
      name: "desktop",
      grepInvert: /^(?!.*@desktop).*@(nojs|phone)/,
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      grep: /@phone/,
      // A real phone has a pixel ratio of three, which is too slow without a graphics card.
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
    {
      name: "nojs",
      grep: /@nojs/,
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
    },
  ],
  ...(own && { webServer: own }),
});
