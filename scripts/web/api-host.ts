import { apis } from "#lib/apis.ts";
import { addressTable, mountApis } from "#lib/platform/http/index.ts";
import { GET as auth } from "../../app/auth/[...all]/route.ts";
import { GET as commercetools } from "../../app/commercetools/[...path]/route.ts";
import { GET as healthz } from "../../app/healthz/route.ts";
import { GET as readyz } from "../../app/readyz/route.ts";
import { storeRoutes } from "../../app/store/route-files.ts";
import type { Hosts } from "./front.ts";
import type { Serve } from "./serve.ts";

const documents: Record<string, Serve> = {
  "/healthz": healthz,
  "/readyz": readyz,
  // Made when they are first asked for.
  "/openapi.json": async () => (await import("../../app/openapi.json/route.ts")).GET(),
  "/openapi-commercetools.json": async () =>
    (await import("../../app/openapi-commercetools.json/route.ts")).GET(),
};

/**
 * Takes the APIs over from Next, with what tells about them and this process: the same route files, loaded by Node
 * itself instead of out of Next's bundle.
 */
export async function hostApis(): Promise<Hosts["routeAt"]> {
  mountApis(apis);
  const routes = await storeRoutes();
  const storeRoutesAt = addressTable(routes.map((route) => [route.path, route] as const));
  // What an API does not have, or not under the method, the front has refused before.
  return (method, path) => {
    if (path.startsWith("/auth/")) return auth;
    if (path.startsWith("/commercetools/")) return commercetools;
    const document = documents[path];
    if (document) return method === "GET" || method === "HEAD" ? document : null;
    const { values, params } = storeRoutesAt(path) ?? { values: [], params: {} };
    // As in Next, HEAD is a GET whose body stays behind.
    const wanted = method === "HEAD" ? "GET" : method;
    const handler = values.find((route) => route.method === wanted)?.handler;
    return handler ? (request) => handler(request, { params: Promise.resolve(params) }) : null;
  };
}
