import module from "node:module";
import { join } from "node:path";
import { messageOf, Problem } from "../process/problem.ts";
import { loadEnvironment } from "../state/environment.ts";

/**
 * Run by every program of the production folder before it loads the application: changes into the folder, reads its
 * `.env`, and fills in defaults for a single machine.
 */
export async function enterFolder(folder: string): Promise<void> {
  process.chdir(folder);
  // Speeds up later starts, with Node 22 or newer and a writable folder: see keepCompiled.
  module.enableCompileCache?.(join(folder, ".data/compiled"));
  loadEnvironment(folder);
  const { PORT = "3000" } = process.env;
  const defaults = {
    DATA_DIR: join(folder, ".data"),
    STOREFRONT_URL: `http://localhost:${PORT}`,
  };
  Object.assign(process.env, { ...defaults, ...process.env, NODE_ENV: "production" });
  if (process.env.BETTER_AUTH_SECRET && process.env.GUEST_LINK_SECRET) return;

  Object.assign(process.env, await keptSecrets());
  console.warn(
    `BETTER_AUTH_SECRET or GUEST_LINK_SECRET is not set; using the secrets in ${process.env.DATA_DIR}. Set both if the folder is not persistent, or if several machines serve one shop.`,
  );
}

/** @throws Problem if the folder cannot be written, as in most containers */
async function keptSecrets() {
  try {
    // Loaded here, where its compiled code is kept.
    const { secrets } = await import("../state/secrets.ts");
    const { BETTER_AUTH_SECRET, GUEST_LINK_SECRET } = secrets();
    return { BETTER_AUTH_SECRET, GUEST_LINK_SECRET };
  } catch (error) {
    throw new Problem(
      `BETTER_AUTH_SECRET and GUEST_LINK_SECRET are required, because none can be kept here: ${messageOf(error)}`,
      "Set both: .env.example says how.",
    );
  }
}

/**
 * Writes down what was compiled for the start. Node does so when a process ends, but not if it is killed, and too late
 * for others that start beside it.
 */
export function keepCompiled(): void {
  module.flushCompileCache?.();
}
