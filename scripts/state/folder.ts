import { mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** The checkout's own folder. */
export const root: string = resolve(import.meta.dirname, "../..");

/** Where everything lives that a run leaves behind: DATA_DIR, which tests set, or `.data`. */
export const dataFolder: string = resolve(root, process.env.DATA_DIR || ".data");

/** A path inside the data folder, which is made when it is not there. */
export function dataPath(...parts: string[]): string {
  mkdirSync(dataFolder, { recursive: true });
  return join(dataFolder, ...parts);
}

/** A path as a person in the checkout would write it. */
export function shortPath(path: string): string {
  const short = relative(root, path);
  return short.startsWith("..") ? path : short;
}
