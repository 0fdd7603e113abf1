import { accessSync, constants, mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { messageOf, Problem } from "../process/problem.ts";

/** The root of the checkout. */
export const root: string = resolve(import.meta.dirname, "../..");

/** The folder for all runtime data: DATA_DIR, which tests and the production folder set, or `.data`. */
export function dataFolder(): string {
  return resolve(root, process.env.DATA_DIR || ".data");
}

/**
 * A path in the data folder, which is created if necessary.
 * @throws Problem if nothing can be written there
 */
export function dataPath(...parts: string[]): string {
  const folder = dataFolder();
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Problem(
      `Nothing can be written to ${shortPath(folder)}: ${messageOf(error)}`,
      "The shop keeps its database, its secrets and its logs there: let your user write to it.",
    );
  }
  return join(folder, ...parts);
}

/** A path relative to the checkout, for messages. */
export function shortPath(path: string): string {
  const short = relative(root, path);
  return short.startsWith("..") ? path : short;
}
