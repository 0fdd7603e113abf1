import type * as z from "zod";
import type { Answer } from "#lib/platform/http/index.ts";
import type { Acts } from "#lib/platform/limits/index.ts";
import type { Scope } from "../oauth/scopes.ts";
import { Refusal } from "./refusal.ts";

export type Incoming = { request: Request; params: Record<string, string>; query: URLSearchParams };

/** A token with one of the scopes, of who acts: the program itself, a guest or customer, a customer alone, or any. */
export type Access = {
  scopes: readonly [Scope, ...Scope[]];
  as: "client" | "shopper" | "customer" | "anyone";
};

/** One call of the dialect. `path` is matched segment by segment: "/{project}/carts/key={key}". A GET answers HEAD too. */
export type Route = {
  /** For the log. */
  id: string;
  method: "GET" | "POST" | "DELETE";
  path: string;
  summary: string;
  /** Null at the OAuth endpoints, where a client calls by HTTP Basic. */
  access: Access | null;
  /** 200 unless it is said. */
  status?: 201;
  query?: z.ZodObject;
  body?: z.ZodType;
  form?: z.ZodObject;
  /** What a call counts as. A call that writes has some. */
  limits?: Acts;
  handle(incoming: Incoming): Promise<Answer>;
};

/**
 * The route for a method and a raw path, with its parameters decoded: the path is cut before it is decoded, so
 * "A%2F1" stays one segment. Routes are tried in order. @throws Refusal 404, or 405 where another method is served
 */
export function findRoute(
  routes: readonly Route[],
  method: string,
  rawPath: string,
): { route: Route; params: Record<string, string> } {
  const segments = rawPath.split("/");
  const wanted = method === "HEAD" ? "GET" : method;
  let isKnown = false;
  for (const route of routes) {
    const params = matchPath(route.path.split("/"), segments);
    if (!params) continue;
    if (route.method === wanted) return { route, params };
    isKnown = true;
  }
  throw isKnown
    ? new Refusal(405, { code: "InvalidOperation", message: `This address does not serve ${method}.` })
    : new Refusal(404, { code: "ResourceNotFound", message: "There is nothing at this address." });
}

function matchPath(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    const [, before = "", name] = /^([^{]*)\{(\w+)\}$/.exec(part) ?? [];
    if (name === undefined) {
      if (segment !== part) return null;
      continue;
    }
    const value = segment.startsWith(before) ? decode(segment.slice(before.length)) : null;
    if (!value) return null;
    params[name] = value;
  }
  return params;
}

/** Null for what nothing can be called: broken encoding, control characters. */
function decode(segment: string): string | null {
  try {
    const text = decodeURIComponent(segment);
    return /\p{Cc}/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
