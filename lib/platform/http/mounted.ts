import { processWide } from "#lib/platform/process-wide.ts";
import type { Api } from "./api.ts";

// In development the web server (scripts/web.ts) reads what the pages' bundle mounted.
const mounted = processWide("apis", () => ({ apis: [] as readonly Api[] }));

/** Makes the APIs known to the web server. */
export function mountApis(apis: readonly Api[]): void {
  mounted.apis = apis;
}

/** The API that a path belongs to. */
export function apiAt(path: string): Api | undefined {
  return mounted.apis.find(({ mount }) => path === mount || path.startsWith(`${mount}/`));
}
