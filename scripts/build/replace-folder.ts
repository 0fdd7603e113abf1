import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What a production folder holds besides the build: its configuration, and secrets that were made there. */
const ownFiles = [".env", ".data"];

/** Puts `made` in the place of `folder`, which may be missing. Its configuration and secrets stay. */
export function replaceFolder(folder: string, made: string): void {
  for (const name of ownFiles) {
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(made, name));
  }
  // Belongs to the programs that are replaced.
  rmSync(join(made, ".data/compiled"), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(made, folder);
}
