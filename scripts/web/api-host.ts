import { mountApis } from "#lib/platform/http/index.ts";
import { shop } from "#lib/shop.ts";
import { GET as healthz } from "../../app/healthz/route.ts";
import { GET as readyz } from "../../app/readyz/route.ts";
import type { Hosts } from "./front.ts";
import type { Serve } from "./serve.ts";

const documents = shop.apis.flatMap(({ contract }) => (contract ? [contract.path] : []));

/** Serves the APIs without Next, with their contracts and the health checks. */
export function hostApis(): Hosts["routeAt"] {
  mountApis(shop.apis);
  const pages = new Map<string, Serve>([
    ["/healthz", healthz],
    ["/readyz", readyz],
    ...documents.map((path) => [path, () => shop.contract(path)] as const),
  ]);
  // The front has already rejected unknown paths and methods.
  return (method, path) => {
    if (shop.apis.some(({ mount }) => path.startsWith(`${mount}/`))) return shop.serve;
    return method === "GET" || method === "HEAD" ? (pages.get(path) ?? null) : null;
  };
}
