import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire as requireFrom } from "node:module";
import { join, resolve } from "node:path";
import * as z from "zod";
import { env } from "#lib/platform/env.ts";

/** Renders a page. `cookies` are values of Set-Cookie that are already on the answer. */
export type ServePage = (
  request: IncomingMessage,
  response: ServerResponse,
  cookies: readonly string[],
) => Promise<void>;

/** The interface of the pages that Next has built, as its documentation for adapters has it. */
type Entrypoint = {
  handler(
    request: IncomingMessage,
    response: ServerResponse,
    context: { requestMeta: object },
  ): Promise<void>;
};

const names = z.record(z.string(), z.string());
const routing = z.object({ dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })) });

// Our own and Next's special paths: Next's server distinguishes files, unknown paths and spellings.
const isLeftToNext = (path: string) => path.includes(".") || (path.endsWith("/") && path !== "/");
const unknown = "/[...unknown]";

/**
 * Finds the page of a path in Next's build, to render it without Next's own server: its routing, its proxy and its
 * compression cost as much as a page. Null for anything else, which is left to that server. It must have been prepared.
 */
export function hostPages(build = resolve(".next")): (path: string) => ServePage | null {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(build, name), "utf8"));
  const pathOf = names.parse(read("app-path-routes-manifest.json"));
  const files = Object.entries(names.parse(read("server/app-paths-manifest.json"))).filter(
    ([name]) => name.endsWith("/page") && !name.includes("/@"),
  );
  const fileOf = new Map(files.map(([name, file]) => [pathOf[name], join(build, "server", file)]));
  const patterns = routing
    .parse(read("routes-manifest.json"))
    .dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  const load = requireFrom(join(build, "server/"));
  return (path) => {
    if (isLeftToNext(path)) return null;
    const page = fileOf.has(path) ? path : patterns.find(({ regex }) => regex.test(path))?.page;
    const file = page === unknown || page?.startsWith("/_") ? undefined : fileOf.get(page);
    return file === undefined ? null : pageIn(() => load(file));
  };
}

function pageIn(load: () => Entrypoint): ServePage {
  return (request, response, cookies) =>
    load().handler(request, response, {
      requestMeta: {
        relativeProjectDir: "",
        hostname: "127.0.0.1",
        initURL: `http://127.0.0.1:${env.PORT}${request.url}`,
        // Kept if the page sets more.
        middlewareCookie: cookies,
      },
    });
}
