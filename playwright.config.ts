import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "#test/surroundings/chromium.ts";
import { freePort } from "./scripts/process/free-port.ts";

// This file is read once by the runner and again by each worker, which inherits the environment:
// what is chosen here the first time stays chosen.
process.env.E2E_DATA_DIR ??= join(import.meta.dirname, ".data", "e2e");
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_CHROMIUM ??= await chromiumPath();

const { E2E_DATA_DIR, E2E_PORT, E2E_CHROMIUM } = process.env;
const baseURL = `http://localhost:${E2E_PORT}`;
const continuous = Boolean(process.env.CI);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: continuous,
  retries: continuous ? 1 : 0,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ...(process.env.E2E_REPORT ? [["json", { outputFile: process.env.E2E_REPORT }] as const] : []),
  ],
  use: {
    baseURL,
    locale: "en-US",
    launchOptions: { executablePath: E2E_CHROMIUM, args: chromiumArgs },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desktop", grepInvert: /@nojs|@phone/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      grepInvert: /@nojs|@desktop/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 3 },
    },
    {
      name: "nojs",
      grep: /@nojs/,
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
    },
  ],
  webServer: {
    command: "node test/surroundings/e2e-server.ts",
    url: `${baseURL}/`,
    env: {
      DATA_DIR: E2E_DATA_DIR,
      PORT: E2E_PORT,
      STOREFRONT_URL: baseURL,
      // All tests come from one address.
      RATE_LIMITS: process.env.RATE_LIMITS ?? "off",
      LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
      // The tests' own database and mailbox, whatever a developer's .env says.
      DATABASE_URL: "",
      SMTP_URL: "",
      TRUSTED_PROXIES: "",
    },
    timeout: 300_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
