import { afterAll, inject, vi } from "vitest";
import { everythingDone, giveUpDelayed } from "#lib/platform/afterwards.ts";
import { databaseUrl } from "#scripts/postgres/url.ts";
import { cheapenPasswords } from "./cheap-passwords.ts";
import { renewDatabase } from "./database.ts";

// Runs before each test file is imported: lib/platform/env.ts reads the environment once, at import. In a process that
// files share, the shop reconnects to the new database of the same name.
const serverUrl = inject("testServerUrl");
const template = inject("testTemplate");
const pool = process.env.VITEST_POOL_ID ?? "0";
const database = `${template}_${pool}`;

await renewDatabase(serverUrl, database, template);

const environment: Record<string, string> = {
  NODE_ENV: "test",
  DATABASE_URL: databaseUrl(serverUrl, database),
  DATABASE_POOL_SIZE: "10",
  // Nothing listens there: a test that sends mail starts its own server and sets this before its imports.
  SMTP_URL: "smtp://127.0.0.1:9",
  STOREFRONT_URL: "http://localhost:3000",
  BETTER_AUTH_SECRET: "a better-auth secret for tests only",
  GUEST_LINK_SECRET: "a guest link secret for tests only",
  DEMO: "on",
  RATE_LIMITS: "off",
  LOG_LEVEL: "silent",
};
for (const name of ["PORT", "MAIL_FROM", "TRUSTED_PROXIES", "COMMERCETOOLS_PROJECT_KEY"])
  delete process.env[name];
Object.assign(process.env, environment);

cheapenPasswords();
afterAll(async () => {
  vi.restoreAllMocks();
  // The next file in this process may open an inbox, in which this one's mails would arrive.
  await everythingDone(10_000);
  giveUpDelayed();
});
