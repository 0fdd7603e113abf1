import { mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** The root of the checkout. */
export const root: string = resolve(import.meta.dirname, "../..");

/** The folder for all runtime data: DATA_DIR, which tests and the production folder set, or `.data`. */
export function dataFolder(): string {
  return resolve(root, process.env.DATA_DIR || ".data");
}

/** A path in the data folder, which is created if necessary. */
export function dataPath(...parts: string[]): string {
  mkdirSync(dataFolder(), { recursive: true });
  return join(dataFolder(), ...parts);
}

/** A path relative to the checkout, for messages. */
export function shortPath(path: string): string {
  const short = relative(root, path);
  return short.startsWith("..") ? path : short;
}
