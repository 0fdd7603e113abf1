import { mountApis } from "#lib/platform/http/index.ts";
import { shop } from "#lib/shop.ts";
import { GET as healthz } from "../../app/healthz/route.ts";
import { GET as readyz } from "../../app/readyz/route.ts";
import type { Hosts } from "./front.ts";
import type { Serve } from "./serve.ts";

const documents = shop.apis.flatMap(({ contract }) => (contract ? [contract.path] : []));

/** Takes the APIs over from Next, with what tells about them and this process. */
export function hostApis(): Hosts["routeAt"] {
  mountApis(shop.apis);
  const pages = new Map<string, Serve>([
    ["/healthz", healthz],
    ["/readyz", readyz],
    ...documents.map((path) => [path, () => shop.contract(path)] as const),
  ]);
  // What an API does not have, or not under the method, the front has refused before.
  return (method, path) => {
    if (shop.apis.some(({ mount }) => path.startsWith(`${mount}/`))) return shop.serve;
    return method === "GET" || method === "HEAD" ? (pages.get(path) ?? null) : null;
  };
}
