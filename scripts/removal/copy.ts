import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { root } from "../state/folder.ts";

// Inside the checkout, so that a copy finds the packages, and Next sees one root for both.
const folder = join(root, ".data/removal");

// The lockfile would make Next treat the copy as a root.
const leftOut = new Set([
  "node_modules",
  "dist",
  "dist.partial",
  "package-lock.json",
  // What TypeScript found in other files does not hold in the copy.
  "tsconfig.tsbuildinfo",
  "test-results",
  "playwright-report",
]);

/** Of the hidden entries, those that linting and building need. The others are data and caches. */
const hiddenParts = new Set([".gitignore", ".env.example"]);

/** Deletes all copies. */
export function deleteCopies(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Makes a copy of the checkout with this name, without build output. */
export function copyCheckout(name: string): string {
  const copy = join(folder, name);
  mkdirSync(copy, { recursive: true });
  for (const entry of readdirSync(root)) {
    if (leftOut.has(entry) || (entry.startsWith(".") && !hiddenParts.has(entry))) continue;
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}

/** Deletes the module's line, and imports that only this line uses. */
export function deleteLine(copy: string): void {
  const file = join(copy, "lib/shop.ts");
  const lines = readFileSync(file, "utf8").split("\n");
  const kept = lines.filter((line) => !/^import .*guest-checkout|guestCheckout\(/.test(line));
  if (kept.length !== lines.length - 2) throw new Error("lib/shop.ts does not name the module as expected");
  writeFileSync(file, kept.join("\n"));
}

/** Passes only in a copy without the module's line, and needs the module's folders. */
export const smokeTest = "scripts/removal/switched-off.smoke.ts";

/** Lets Vitest find the smoke test. */
export function enableSmokeTest(copy: string): string {
  const test = smokeTest.replace(".smoke.", ".test.");
  renameSync(join(copy, smokeTest), join(copy, test));
  return test;
}

/** Deletes these paths. Each has to exist. */
export function deletePaths(copy: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(copy, path), { recursive: true });
}
