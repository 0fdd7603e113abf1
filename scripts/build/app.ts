import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../state/folder.ts";
import { assemble } from "./assemble.ts";
import { fingerprint, isFresh, markFresh } from "./fingerprint.ts";
import { run } from "./run.ts";
import { requireUnused } from "./users.ts";

/** The result of `npm run build`: everything that a production process needs besides Node. */
export const productionFolder: string = join(root, "dist");

const nextStamp = join(root, ".next/made-from");
// Next writes it last.
const buildId = join(root, ".next/BUILD_ID");
const stamp = join(productionFolder, ".made-from");
const pageSources = [
  "app",
  "lib",
  "emails",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
const sources = [...pageSources, "scripts", "prisma", ".env.example"];

/** Whether the production folder holds a build of the sources as they are now. */
export function isBuilt(): boolean {
  return isFresh(stamp, fingerprint(sources));
}

/**
 * Makes the production folder if its sources have changed, running `next build` if those of the pages have.
 * @throws Problem with the end of Next's output, or if a shop runs from the folder
 */
export async function buildApp(
  options: { show?: boolean; onStart?: (kill: () => void) => void } = {},
): Promise<void> {
  if (isBuilt()) return;
  await requireUnused(productionFolder);
  // Taken before the build: later edits are not in it.
  const print = fingerprint(sources);
  await buildPages(options);
  await assemble(productionFolder);
  markFresh(stamp, print);
}

async function buildPages(options: Parameters<typeof buildApp>[0]): Promise<void> {
  const print = fingerprint(pageSources);
  if (isFresh(nextStamp, print) && existsSync(buildId)) return;
  await run(["node_modules/next/dist/bin/next", "build"], {
    name: "next build",
    remedy: "Correct what it names, then repeat the command.",
    env: { ...process.env, ...placeholders(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    ...options,
  });
  markFresh(nextStamp, print);
}

/**
 * The build imports lib/platform/env.ts, which requires a complete configuration. It opens no connection and embeds
 * none of the values, so real secrets are kept out of it.
 */
function placeholders(): Record<string, string> {
  return {
    DATABASE_URL: "postgresql://build@127.0.0.1:9/build",
    SMTP_URL: "smtp://127.0.0.1:9",
    BETTER_AUTH_SECRET: "a placeholder that only next build sees",
    GUEST_LINK_SECRET: "another placeholder that only next build sees",
  };
}
