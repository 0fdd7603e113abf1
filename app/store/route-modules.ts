import { readdirSync } from "node:fs";
import path from "node:path";

const folder = import.meta.dirname;

/** Every route file below this folder, with what it exports. A bundle has a list in place of this file (scripts/build/store-routes.ts). */
export async function routeModules(): Promise<Record<string, object>> {
  const modules: Record<string, object> = {};
  for (const file of routeFiles()) modules[file] = await import(path.join(folder, file));
  return modules;
}

/** "cart/lines/route.ts" and so on, in order. What stands for the rest of an address is Next's own affair. */
export function routeFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts" && !file.startsWith("[..."))
    .sort();
}
