import { processWide } from "#lib/platform/process-wide.ts";
import type { Api } from "./api.ts";

// The web server (scripts/web.ts) looks at what the pages' bundle serves in development.
const mounted = processWide("apis", () => ({ apis: [] as readonly Api[] }));

/** Tells the web server which APIs there are. */
export function mountApis(apis: readonly Api[]): void {
  mounted.apis = apis;
}

/** The API that a path belongs to. */
export function apiAt(path: string): Api | undefined {
  return mounted.apis.find(({ mount }) => path === mount || path.startsWith(`${mount}/`));
}
