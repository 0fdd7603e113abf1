import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What a production folder holds besides the build: its configuration, and secrets that were made there. */
const ownFiles = [".env", ".data"];

/** Belongs to the programs that are replaced. */
const compiled = ".data/compiled";

/**
 * Puts `made` in the place of `folder`, which may be missing. Its configuration and secrets stay, even if this is
 * interrupted and repeated: without them no mailed link opens.
 */
export function replaceFolder(folder: string, made: string): void {
  const replaced = `${folder}.replaced`;
  if (existsSync(replaced) && !existsSync(folder)) renameSync(replaced, folder);
  rmSync(replaced, { recursive: true, force: true });
  for (const name of ownFiles) {
    const filter = (from: string) => from !== join(folder, compiled);
    if (existsSync(join(folder, name)))
      cpSync(join(folder, name), join(made, name), { recursive: true, filter });
  }
  if (existsSync(folder)) renameSync(folder, replaced);
  renameSync(made, folder);
  rmSync(replaced, { recursive: true, force: true });
}
