import { join } from "node:path";
import { freePort } from "#scripts/process/free-port.ts";
import { root } from "#scripts/state/folder.ts";

/**
 * The shop that the browser tests start, as Playwright's `webServer`; writes its address and its mailbox's to the
 * environment. Null if E2E_BASE_URL names a running shop.
 */
export async function ownShop() {
  const { env } = process;
  if (env.E2E_BASE_URL && !env.E2E_PORT) return null;
  env.E2E_PORT ??= String(await freePort());
  env.E2E_MAILBOX_PORT ??= String(await freePort());
  env.E2E_OTHER_ORIGIN ??= `http://localhost:${await freePort()}`;
  env.E2E_BASE_URL = `http://localhost:${env.E2E_PORT}`;
  env.INBOX = `maildev+http://127.0.0.1:${env.E2E_MAILBOX_PORT}`;
  return {
    command: "node test/surroundings/e2e-server.ts --stripe",
    url: `${env.E2E_BASE_URL}/`,
    env: {
      DATA_DIR: join(root, ".data", "e2e"),
      PORT: env.E2E_PORT,
      STOREFRONT_URL: env.E2E_BASE_URL,
      // e2e/other-origin.spec.ts calls from there.
      CORS_ORIGINS: env.E2E_OTHER_ORIGIN,
      MAILBOX_PORT: env.E2E_MAILBOX_PORT,
      // All tests come from one address.
      RATE_LIMITS: env.RATE_LIMITS ?? "off",
      LOG_LEVEL: env.LOG_LEVEL ?? "warn",
      // The tests' own database and mailbox, whatever a developer's .env says.
      DATABASE_URL: "",
      SMTP_URL: "",
      TRUSTED_PROXIES: "",
    },
    // It is built first if the sources have changed.
    timeout: 600_000,
    stdout: "pipe" as const,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 20_000 },
  };
}
