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

// Inside the checkout, so that the copy finds the packages, and Next sees one root for both.
const folder = join(root, ".data/removal");

// The lockfile would make Next treat the copy as a root.
const leftOut = new Set([
  "node_modules",
  "dist",
  "dist.partial",
  "package-lock.json",
  "test-results",
  "playwright-report",
]);

/** Makes a fresh copy of the checkout, without build output. */
export function copyCheckout(): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(root)) {
    if (leftOut.has(name) || (name.startsWith(".") && name !== ".gitignore")) continue;
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}

/** Deletes the module's line, and imports that only this line uses. */
export function deleteLine(copy: string): void {
  const file = join(copy, "lib/shop.ts");
  const lines = readFileSync(file, "utf8").split("\n");
  const kept = lines.filter((line) => !/^import .*guest-checkout|guestCheckout\(/.test(line));
  if (kept.length !== lines.length - 2) throw new Error("lib/shop.ts does not name the module as expected");
  writeFileSync(file, kept.join("\n"));
}

/** Lets Vitest find the smoke test, which only passes in the copy. */
export function enableSmokeTest(copy: string): string {
  const test = "scripts/removal/switched-off.test.ts";
  renameSync(join(copy, "scripts/removal/switched-off.smoke.ts"), join(copy, test));
  return test;
}

/** Deletes the paths that the module's README lists. Each has to exist. */
export function deletePaths(copy: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(copy, path), { recursive: true });
}
