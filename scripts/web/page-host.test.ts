import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answerOf, serveOnce } from "#test/support/one-answer.ts";
import { hostPages } from "./page-host.ts";

const build = mkdtempSync(join(tmpdir(), "pages-"));
afterAll(() => rmSync(build, { recursive: true }));

const pages = {
  "/(shop)/page": "/",
  "/(shop)/cart/page": "/cart",
  "/(shop)/orders/(list)/page": "/orders",
  "/(shop)/orders/(list)/@earlier/page": "/orders",
  "/(shop)/products/[slug]/page": "/products/[slug]",
  "/(shop)/[...unknown]/page": "/[...unknown]",
  "/_not-found/page": "/_not-found",
  "/docs/[file]/route": "/docs/[file]",
};

function write(name: string, content: unknown): void {
  const path = join(build, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
}

write("package.json", {});
write("app-path-routes-manifest.json", pages);
write("routes-manifest.json", {
  dynamicRoutes: [
    { page: "/docs/[file]", regex: "^/docs/([^/]+?)(?:/)?$" },
    { page: "/products/[slug]", regex: "^/products/([^/]+?)(?:/)?$" },
    { page: "/[...unknown]", regex: "^/(.+?)(?:/)?$" },
  ],
});
write(
  "server/app-paths-manifest.json",
  Object.fromEntries(Object.keys(pages).map((name) => [name, `app${name}.js`])),
);
for (const name of Object.keys(pages))
  write(
    `server/app${name}.js`,
    `exports.handler = async (request, response, context) =>
       void response.end(JSON.stringify({ name: ${JSON.stringify(name)}, ...context.requestMeta }));`,
  );

const pageAt = hostPages(build);

describe("pages of Next's build are rendered by their own entry points", () => {
  test.each([
    ["/", "/(shop)/page"],
    ["/cart", "/(shop)/cart/page"],
    ["/orders", "/(shop)/orders/(list)/page"],
    ["/products/kettle", "/(shop)/products/[slug]/page"],
  ])("%s", async (path, name) => {
    const page = pageAt(path);
    const { body } = await answerOf(
      serveOnce((request, response) => page?.(request, response, ["a=b"])),
      { path },
    );
    expect(JSON.parse(body)).toMatchObject({ name, middlewareCookie: ["a=b"] });
    expect(new URL(JSON.parse(body).initURL).pathname).toBe(path);
  });
});

test.each([
  "/favicon.svg",
  "/none",
  "/cart/",
  "/products/kettle/",
  "/products/kettle.rsc",
  "/docs/testing",
  "/_not-found",
  "/[...unknown]",
  "/@earlier",
])("%s is left to Next's server", (path) => {
  expect(pageAt(path)).toBeNull();
});
