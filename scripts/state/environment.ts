import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folder.ts";

/**
 * Loads the optional `.env` in `folder` into the environment. Variables that are already set win, and an empty value
 * counts as unset.
 */
export function loadEnvironment(folder: string = root): void {
  const file = join(folder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  for (const [name, value] of Object.entries(process.env)) {
    if (value === "") delete process.env[name];
  }
}
