import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { productionFolder } from "#scripts/build/app.ts";
import { databaseUrl } from "#scripts/postgres/url.ts";
import { freePort } from "#scripts/process/free-port.ts";
import { root } from "#scripts/state/folder.ts";
import { type SmtpSink, startSmtpSink } from "#test/mail/smtp-sink.ts";
import { createDatabase } from "#test/surroundings/database.ts";
import { startTestServer } from "#test/surroundings/server.ts";

// The machine's own Node, if npm names it: the project's Node belongs to the toolchain.
const node = process.env.npm_node_execpath ?? process.execPath;

/** The production folder on a machine that has Node, a PostgreSQL and a mail server, and nothing else. */
export type Elsewhere = {
  shopUrl: string;
  inbox: SmtpSink;
  /** The names at the top of the folder. */
  files: string[];
  megabytes: number;
  /** Runs a program of the folder to its end and returns its output. `changed` is added to its environment. */
  run(program: string, changed?: Record<string, string>, ...args: string[]): Promise<string>;
  /** Starts a program of the folder. The returned function ends it and resolves to its exit code and its log. */
  start(program: string): () => Promise<{ code: number; log: string }>;
  /** Starts `next start` on the build itself, without our web server, and returns its address. */
  startNext(): Promise<string>;
  close(): Promise<void>;
};

/** `settings` are added to the environment of all programs. */
export async function openElsewhere(settings: Record<string, string> = {}): Promise<Elsewhere> {
  const parent = mkdtempSync(join(tmpdir(), "production "));
  const folder = join(parent, "shop");
  cpSync(productionFolder, folder, { recursive: true, verbatimSymlinks: true });
  const [server, inbox, port] = [await startTestServer(), await startSmtpSink(), await freePort()];
  await createDatabase(server.url, "elsewhere");
  const env = {
    NODE_ENV: "production" as const,
    DATABASE_URL: databaseUrl(server.url, "elsewhere"),
    SMTP_URL: `smtp://127.0.0.1:${inbox.port}`,
    PORT: String(port),
    LOG_LEVEL: "warn",
    ...settings,
  };
  const children: ChildProcess[] = [];
  const options = { cwd: "/", env };
  return {
    shopUrl: `http://localhost:${port}`,
    inbox,
    files: readdirSync(folder),
    megabytes: bytes(folder) / 1_000_000,
    run: async (program, changed, ...args) => {
      const own = { ...options, env: { ...env, ...changed } };
      return (await promisify(execFile)(node, [join(folder, program), ...args], own)).stdout;
    },
    start: (program) => {
      const child = spawn(node, [join(folder, program)], {
        ...options,
        stdio: ["ignore", "pipe", "inherit"],
      });
      children.push(child);
      const [gone, log] = [once(child, "exit"), text(child.stdout)];
      return async () => {
        child.kill("SIGTERM");
        const [code] = await gone;
        return { code, log: await log };
      };
    },
    startNext: async () => {
      const next = ["node_modules/next/dist/bin/next", "start", "-p", String(await freePort(port + 1))];
      const url = `http://localhost:${next.at(-1)}`;
      // Its pages and sessions belong to the same public address.
      const own = { ...env, STOREFRONT_URL: `http://localhost:${port}` };
      children.push(spawn(process.execPath, next, { cwd: root, env: own, stdio: "inherit" }));
      return url;
    },
    close: async () => {
      for (const child of children) child.kill("SIGKILL");
      await Promise.all([inbox.stop(), server.stop()]);
      rmSync(parent, { recursive: true });
    },
  };
}

function bytes(path: string): number {
  const entry = lstatSync(path);
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(path).reduce((sum, name) => sum + bytes(join(path, name)), 0);
}
