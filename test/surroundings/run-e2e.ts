import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { Problem, report } from "#scripts/process/problem.ts";
import { chromiumPath, opensWindows } from "./chromium.ts";

// npm run e2e [-- <arguments of playwright test>]: complains about arguments before the shop is built for the tests.
process.title = "guest-checkout e2e";
const args = process.argv.slice(2);
// Playwright's own window has a field for what to run.
const isChosenThere = args.some((arg) => /^--(ui|help|list)\b|^-h$/.test(arg));
const needsWindows = args.some((arg) => /^--(headed|debug)\b/.test(arg));

try {
  process.env.E2E_CHROMIUM = await chromiumPath();
  if (needsWindows && !opensWindows(process.env.E2E_CHROMIUM)) {
    throw new Problem(
      "The Chromium that comes with npm ci cannot open windows.",
      "Install Chrome or set CHROMIUM_PATH, or step through in your own browser: npm run e2e -- --ui-port 0",
    );
  }
  const complaint = args.length > 0 && !isChosenThere ? await complaintAbout(args) : null;
  if (complaint) process.stderr.write(`${complaint}\n`);
  process.exitCode = complaint ? 1 : await end(playwright(args, { stdio: "inherit" }));
} catch (error) {
  report(error);
  process.exitCode = 1;
}

/** What Playwright says of arguments that it refuses, or that name no test; null if there is nothing to say. */
async function complaintAbout(args: readonly string[]): Promise<string | null> {
  const child = playwright([...args, "--list"], { stdio: ["ignore", "pipe", "pipe"] });
  const [code, ...output] = await Promise.all([
    end(child),
    child.stdout && text(child.stdout),
    child.stderr && text(child.stderr),
  ]);
  return code === 0 ? null : output.join("").trim();
}

function playwright(args: readonly string[], options: SpawnOptions) {
  return spawn("playwright", ["test", ...args], options);
}

/** Waits for its end. A SIGTERM is passed on as the signal at which Playwright stops the shop; Ctrl-C reaches it anyway. */
async function end(child: ReturnType<typeof playwright>): Promise<number> {
  const stop = () => child.kill("SIGINT");
  const wait = () => undefined;
  process.on("SIGTERM", stop).on("SIGINT", wait);
  const [code] = await once(child, "close");
  process.off("SIGTERM", stop).off("SIGINT", wait);
  return code ?? 1;
}
