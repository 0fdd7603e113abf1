import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../process/problem.ts";
import type { Place } from "./place.ts";

/**
 * Creates an empty data directory with the superuser `postgres` and this password.
 * @throws Problem if initdb fails
 */
export function initialize(place: Place, password: string): void {
  // Leftovers of an interrupted initdb; without PG_VERSION there is no data in them.
  for (const name of safeList(place.dataDir)) rmSync(join(place.dataDir, name), { recursive: true });
  // Sorts by bytes and converts the case of every alphabet, the same on every machine.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const flags = ["--username=postgres", "--auth=scram-sha-256", ...locale, "--no-sync"];
  // Through a shell pipe: initdb can reopen /dev/stdin on a pipe, but not on Node's socket.
  const result = spawnSync(
    "/bin/sh",
    [
      "-c",
      'cat | "$@"',
      "sh",
      join(place.native, "bin", "initdb"),
      ...flags,
      "--pwfile=/dev/stdin",
      `--pgdata=${place.dataDir}`,
    ],
    // TZ: otherwise initdb writes the machine's time zone into the configuration.
    {
      ...place.owner,
      cwd: "/",
      input: `${password}\n`,
      encoding: "utf8",
      env: { ...process.env, TZ: "UTC" },
    },
  );
  if (result.status === 0) return;
  const lines = (result.stderr || String(result.error ?? "")).trim().split("\n").slice(-6).join("\n");
  throw new Problem(
    `PostgreSQL cannot create its data directory ${place.dataDir}:\n${lines}`,
    "Check that the folder is writable and the disk is not full, or set DATABASE_URL to a running server.",
  );
}

function safeList(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
