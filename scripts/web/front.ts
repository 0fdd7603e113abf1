import type { IncomingMessage, ServerResponse } from "node:http";
import { apiAt, mostParameters } from "#lib/platform/http/index.ts";
import { withReader } from "#lib/platform/i18n/reader.ts";
import { frontApi, refuse } from "./front-api.ts";
import { frontPage, refusePage } from "./front-page.ts";
import { closeWhenHalfRead } from "./half-read.ts";
import type { ServePage } from "./page-host.ts";
import { type Serve, serve } from "./serve.ts";
import { readTarget, withoutOrigin } from "./target.ts";

export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  hosts: Hosts;
};

/** Who answers requests that are not rejected. */
export type Hosts = {
  /** Answers with Next. */
  next(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The handler of a path that is served without Next; null if Next serves it. */
  routeAt(method: string, path: string): Serve | null;
  /** The page of a path that is rendered without Next's server; null if that answers. */
  pageAt(path: string): ServePage | null;
};

/**
 * Stands in front of Next and rejects requests that Next would fail on or answer with nothing: every answer of an API
 * has its envelope, and every other one is a page.
 */
export function front(request: IncomingMessage, response: ServerResponse, hosts: Hosts): Promise<void> {
  const header = (name: string) => request.headers[name]?.toString();
  return withReader(header, () => answer(request, response, hosts));
}

async function answer(request: IncomingMessage, response: ServerResponse, hosts: Hosts): Promise<void> {
  closeWhenHalfRead(request, response);
  const target = hasOneHost(request) ? readTarget(request.url ?? "") : { fault: "malformed" as const };
  const path = "fault" in target ? rawPath(request) : target.path;
  const api = apiAt(path);
  const exchange = { request, response, path, hosts };
  if ("fault" in target) {
    const isLong = target.fault === "too long";
    if (!api) return refusePage(exchange, isLong ? 414 : 400);
    if (target.fault !== "too many parameters")
      return refuse(exchange, api, isLong ? "uri_too_long" : "bad_request");
    const message = `This address has more than ${mostParameters} query parameters`;
    return refuse(exchange, api, "bad_request", {}, message);
  }
  request.url = target.path + target.search;
  if (api) return frontApi(exchange, api);
  const route = hosts.routeAt(request.method ?? "", path);
  return route ? serve(request, response, route) : frontPage(exchange);
}

/** As HTTP demands, because a proxy in front may have read another one than we do. */
function hasOneHost({ httpVersion, headers, rawHeaders }: IncomingMessage): boolean {
  if (!headers.host) return httpVersion === "1.0";
  return rawHeaders.filter((word, index) => index % 2 === 0 && /^host$/i.test(word)).length === 1;
}

function rawPath({ url = "" }: IncomingMessage): string {
  const [path = ""] = withoutOrigin(url).split("?", 1);
  return path.startsWith("/") ? path : "/";
}
