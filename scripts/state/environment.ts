import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folder.ts";

/** Adds what the optional file `.env` in `folder` says to the environment; what is set already wins, and an empty value is none. */
export function loadEnvironment(folder: string = root): void {
  const file = join(folder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  for (const [name, value] of Object.entries(process.env)) {
    if (value === "") delete process.env[name];
  }
}
