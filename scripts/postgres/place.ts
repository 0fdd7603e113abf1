import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as z from "zod";
import { Problem } from "../process/problem.ts";
import { completeInstall, nativeFolder } from "./binaries.ts";

/** Where a cluster lives and as whom it runs. `owner` is set when we are root, as which PostgreSQL refuses to run. */
export type Place = { native: string; dataDir: string; owner?: Owner };
type Owner = { uid: number; gid: number };

const state = "/var/lib/nextjs-guest-checkout";

/**
 * Decides where the cluster wanted at `dataDir` goes. For root that is normally the same place;
 * below a folder which only root may enter (a checkout in /root), data and binaries go to /var/lib instead.
 */
export function placeFor(dataDir: string): Place {
  const wanted = resolve(dataDir);
  const native = nativeFolder();
  completeInstall(native);
  if (process.getuid?.() !== 0) return { native, dataDir: wanted };

  const owner = unprivileged();
  const reachable = mayUse(native, owner) && mayUse(nearest(dirname(wanted)), owner);
  const key = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const place = reachable
    ? { native, dataDir: wanted }
    : { native: copied(native), dataDir: join(state, key) };
  mkdirSync(dirname(place.dataDir), { recursive: true });
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
      // The next name, then.
    }
  }
  throw new Problem(
    "PostgreSQL refuses to run as root, and this system has neither a user postgres nor nobody.",
    "Start as an ordinary user, or set DATABASE_URL to a running server.",
  );
}

function mayUse(folder: string, owner: Owner): boolean {
  // Asked of the system as that user, so that every parent folder and access list counts.
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { ...owner, cwd: "/" }).status === 0;
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

/** 60 MB, once for each version. */
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
