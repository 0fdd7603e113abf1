import path from "node:path";
import type { Handler } from "#lib/platform/http/index.ts";
import { routeModules } from "./route-modules.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

export type StoreRoute = { file: string; path: string; method: string; handler: Handler };

/** Every route of the store API, as Next finds them: by file and exported method. For whoever serves them without Next. */
export async function storeRoutes(): Promise<StoreRoute[]> {
  const routes: StoreRoute[] = [];
  for (const [file, module] of Object.entries(await routeModules())) {
    const exported: Record<string, Handler> = { ...module };
    for (const method of methods) {
      const handler = exported[method];
      if (handler) routes.push({ file, path: addressOf(file), method, handler });
    }
  }
  return routes;
}

/** As in the contract: "/store/orders/{id}". */
function addressOf(file: string): string {
  const segments = path.dirname(file).split(path.sep);
  return `/store/${segments.map((segment) => segment.replace(/^\[(.+)\]$/, "{$1}")).join("/")}`;
}
