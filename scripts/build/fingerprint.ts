import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../state/folder.ts";

/** A hash of the names and contents of files and folders in the checkout, without tests and hidden files. */
export function fingerprint(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) addTo(hash, path);
  return hash.digest("hex");
}

/** Whether `stamp` was written for this fingerprint. */
export function isFresh(stamp: string, print: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === print;
}

/** Records in `stamp` that the build next to it has this fingerprint. */
export function markFresh(stamp: string, print: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const file = join(root, path);
  if (!existsSync(file)) return;
  if (!statSync(file).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(file));
    return;
  }
  for (const name of readdirSync(file).sort()) {
    if (!name.startsWith(".") && !/\.test\.tsx?$/.test(name)) addTo(hash, `${path}/${name}`);
  }
}
