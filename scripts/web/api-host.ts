import { GET as healthz } from "#app/healthz/route.ts";
import { GET as readyz } from "#app/readyz/route.ts";
import { mountApis } from "#lib/platform/http/index.ts";
import { shop } from "#lib/shop.ts";
import type { Hosts } from "./front.ts";
import type { Serve } from "./serve.ts";

/** Serves the APIs without Next, with their contracts and the health checks. */
export async function hostApis(): Promise<Hosts["routeAt"]> {
  const apis = await shop.apis();
  mountApis(apis);
  const documents = apis.flatMap(({ contract }) => (contract ? [contract.path] : []));
  const pages = new Map<string, Serve>([
    ["/healthz", healthz],
    ["/readyz", readyz],
    ...documents.map((path) => [path, () => shop.contract(path)] as const),
  ]);
  // The front has already rejected unknown paths and methods.
  return (method, path) => {
    const api = apis.find(({ mount }) => path.startsWith(`${mount}/`));
    if (api) return api.serve;
    return method === "GET" || method === "HEAD" ? (pages.get(path) ?? null) : null;
  };
}
