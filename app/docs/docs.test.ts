import { expect, test } from "vitest";
import { GET as getFile } from "./[file]/route.ts";
import { GET as getPage } from "./route.ts";

const fileAt = (file: string) =>
  getFile(new Request("http://localhost:3000/docs/file"), { params: Promise.resolve({ file }) });

test("the API page loads nothing from other hosts, and cannot be framed", async () => {
  const response = getPage();
  const html = await response.text();
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const policy = response.headers.get("content-security-policy") ?? "";
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]) {
    expect(policy.split("; ")).toContain(part);
  }
  const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source);
  expect(sources.length).toBeGreaterThan(2);
  for (const source of sources) expect(source).toMatch(/^\/[^/]/);
});

test("each of its files is served with its type, and may be cached", async () => {
  const kinds = {
    "swagger-ui.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui-standalone-preset.js": "text/javascript",
    "start.js": "text/javascript",
  };
  for (const [file, kind] of Object.entries(kinds)) {
    const response = await fileAt(file);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(kind);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await response.text()).length).toBeGreaterThan(50);
  }
});

test.each([
  "package.json",
  "../package.json",
  "..%2f..%2fpackage.json",
  "/etc/passwd",
  "swagger-ui.css\0",
  "",
  "constructor",
  "__proto__",
  "toString",
])("%j is not a file of the page: 404", async (file) => {
  expect((await fileAt(file)).status).toBe(404);
});

test("the page offers both contracts", async () => {
  const start = await (await fileAt("start.js")).text();
  expect([...start.matchAll(/url: "([^"]+)"/g)].map(([, url]) => url)).toEqual([
    "/openapi.json",
    "/openapi-commercetools.json",
  ]);
});
