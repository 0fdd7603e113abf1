import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "#scripts/build/run.ts";
import { freePort } from "#scripts/process/free-port.ts";
import { dataPath, root } from "#scripts/state/folder.ts";

type BarePage = { url: string; pid: number; stop(): Promise<void> };

const folder = dataPath("bench", "bare");

const files: Record<string, string> = {
  "package.json": '{ "type": "module", "private": true }',
  "app/layout.jsx": `export const metadata = { title: "Bare" };
export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`,
  "app/page.jsx": `export const dynamic = "force-dynamic";
export default function Page() { return <main><h1>Hello</h1></main>; }`,
  // Otherwise Next takes the shop's, from the folder above.
  "instrumentation.js": "export function register() {}",
  "next.config.mjs": `export default { output: "standalone", outputFileTracingRoot: ${JSON.stringify(root)}, turbopack: { root: ${JSON.stringify(root)} } };`,
};

const built = join(folder, ".next/standalone", relative(root, folder));

/** Serves a trivial page, built with the shop's own Next, with Next's own server. */
export async function startBarePage(): Promise<BarePage> {
  await buildBarePage();
  const port = String(await freePort(3960));
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(built, "server.js")], {
    env: { ...process.env, NODE_ENV: "production", PORT: port, HOSTNAME: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await answering(url, child);
  return { url, pid: child.pid ?? 0, stop: async () => void child.kill() };
}

/** Builds it, unless it is there. */
export async function buildBarePage(): Promise<void> {
  if (existsSync(join(built, ".next/static"))) return;
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
  }
  await run(["node_modules/next/dist/bin/next", "build", folder], {
    name: "next build of the bare page",
    remedy: `Remove ${folder}, then repeat the command.`,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  cpSync(join(folder, ".next/static"), join(built, ".next/static"), { recursive: true });
}

/** Resolves with the milliseconds until `url` answers. @throws if the process ends first */
export async function answering(url: string, child: ChildProcess): Promise<number> {
  const from = performance.now();
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok && (await response.text())) return performance.now() - from;
    await sleep(10);
  }
  throw new Error(`The process for ${url} ended before it answered`);
}
