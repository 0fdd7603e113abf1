import { execFileSync, spawnSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as z from "zod";
import { Problem } from "../process/problem.ts";
import { completeInstall, nativeFolder } from "./binaries.ts";

/** The location and user of a cluster. `owner` is set if we are root, because PostgreSQL refuses to run as root. */
export type Place = { native: string; dataDir: string; owner?: Owner };
type Owner = { uid: number; gid: number };

const state = "/var/lib/nextjs-guest-checkout";

/**
 * Decides the location of the cluster at `dataDir`. For root, whatever is in a folder that only root can enter (a
 * checkout in /root) moves to /var/lib: the data, the binaries or both.
 */
export function placeFor(dataDir: string): Place {
  const wanted = resolve(dataDir);
  const native = nativeFolder();
  completeInstall(native);
  if (process.getuid?.() !== 0) return { native, dataDir: wanted };

  const owner = unprivileged();
  mkdirSync(dirname(wanted), { recursive: true });
  const place = {
    native: mayUse(native, owner) ? native : copied(native),
    dataDir: mayUse(dirname(wanted), owner) ? wanted : elsewhere(wanted),
  };
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
  chownSync(place.dataDir, owner.uid, owner.gid);
  return { ...place, owner };
}

function unprivileged(): Owner {
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) =>
        Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // Try the next name.
    }
  }
  throw new Problem(
    "PostgreSQL refuses to run as root, and this system has neither a user postgres nor nobody.",
    "Start as a regular user, or set DATABASE_URL to a running server.",
  );
}

function mayUse(folder: string, owner: Owner): boolean {
  // Checked as that user, so that parent folders and access lists count.
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { ...owner, cwd: "/" }).status === 0;
}

/** A folder in /var/lib, recorded next to the one it replaces: if that is deleted, the data start afresh. */
function elsewhere(wanted: string): string {
  const note = `${wanted}.elsewhere`;
  const known = existsSync(note) ? readFileSync(note, "utf8") : "";
  if (existsSync(known)) return known;
  mkdirSync(state, { recursive: true });
  const folder = mkdtempSync(join(state, "data-"));
  writeFileSync(note, folder);
  return folder;
}

/** 60 MB per version. */
function copied(native: string): string {
  const manifest = z.object({ version: z.string() });
  const { version } = manifest.parse(JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")));
  const target = join(state, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(state, { recursive: true });
  const partial = `${target}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, target);
  return target;
}
