import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as z from "zod";
import { Problem } from "#scripts/process/problem.ts";
import { root } from "#scripts/state/folder.ts";

/** Flags for every launch: no sandbox, which containers and root do not have, and no calls home. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, an installed one, or the one from npm.
 * @throws Problem naming the missing packages if the system lacks libraries for the one from npm
 */
export async function chromiumPath(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given))
    throw new Problem(`CHROMIUM_PATH is not a file: ${given}`, "Correct it, or unset it.");
  const found = given || systemPaths.find((path) => existsSync(path));
  if (found) return found;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Problem(
      "No Chromium is installed, and npm provides one for Linux on x64 only.",
      "Install Chrome, or set CHROMIUM_PATH.",
    );
  }
  const path = await packagedChromium();
  checkLibraries(path);
  return path;
}

/** Whether this Chromium can show its windows: the one from npm is built without them. */
export function opensWindows(path: string): boolean {
  return !path.startsWith(packagedFolder());
}

/** Unpacks the browser of @sparticuz/chromium once, below `.data`. */
async function packagedChromium(): Promise<string> {
  const folder = packagedFolder();
  const path = join(folder, "chromium");
  if (existsSync(path)) return path;
  // The package unpacks into the system's temporary folder, and reuses any file it finds there, even a partial one.
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  if (existsSync(path)) rmSync(partial, { recursive: true });
  else renameSync(partial, folder);
  return path;
}

function packagedFolder(): string {
  return join(root, ".data", `chromium-${packageVersion()}`);
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest = readFileSync(join(dirname(entry), "..", "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}

function checkLibraries(path: string): void {
  const { stdout } = spawnSync("ldd", [path], { encoding: "utf8" });
  const missing = (stdout ?? "").split("\n").filter((line) => line.includes("not found"));
  if (missing.length === 0) return;
  const names = missing.map((line) => line.trim().split(" ")[0]).join(", ");
  throw new Problem(
    `The Chromium for the browser tests lacks system libraries: ${names}`,
    "Install them: apt-get install --no-install-recommends libnss3 libnspr4 libatk1.0-0 libatk-bridge2.0-0 libcups2 libdrm2 libgbm1 libasound2 libxkbcommon0 libxcomposite1 libxdamage1 libxfixes3 libxrandr2 libpango-1.0-0 libcairo2",
  );
}
