import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../state/folder.ts";
import { fingerprint, isFresh, markFresh } from "./fingerprint.ts";
import { run } from "./run.ts";

const stamp = join(root, ".next/made-from");
// Next writes it last.
const buildId = join(root, ".next/BUILD_ID");
const sources = [
  "app",
  "lib",
  "emails",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
];

/** Whether `.next` holds a build of the sources as they are now. */
export function isBuilt(): boolean {
  return isFresh(stamp, fingerprint(sources)) && existsSync(buildId);
}

/**
 * Runs `next build` when the sources have changed since the last one.
 * @throws Problem with the end of Next's output.
 */
export async function buildApp(
  options: { show?: boolean; onStart?: (kill: () => void) => void } = {},
): Promise<void> {
  if (isBuilt()) return;
  // Before the build: what is edited meanwhile is not in it.
  const print = fingerprint(sources);
  await run(["node_modules/next/dist/bin/next", "build"], {
    name: "next build",
    remedy: "Correct what it names, then repeat the command.",
    env: { ...process.env, ...placeholders(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    ...options,
  });
  markFresh(stamp, print);
}

/**
 * The build imports lib/platform/env.ts, which wants a whole configuration, but it opens no connection and bakes none of this in.
 * Real secrets stay out of it.
 */
function placeholders(): Record<string, string> {
  return {
    DATABASE_URL: "postgresql://build@127.0.0.1:9/build",
    SMTP_URL: "smtp://127.0.0.1:9",
    BETTER_AUTH_SECRET: "a placeholder that only next build sees",
    GUEST_LINK_SECRET: "a placeholder that only next build sees",
  };
}
