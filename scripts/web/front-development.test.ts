import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import type { Hosts } from "./front.ts";

vi.stubEnv("NODE_ENV", "development");
const { frontPage } = await import("./front-page.ts");

/** Next answers with the origin that it sees. */
const hosts: Hosts = {
  routeAt: () => null,
  pageAt: () => null,
  next: async ({ headers }, response) => void response.end(headers.origin ?? "none"),
};
const server = createServer(
  (request, response) => void frontPage({ request, response, path: request.url ?? "/", hosts }),
);
server.listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => void server.close());

test.each([
  ["a page without a referrer may report its errors", "null", "same-origin", "none"],
  ["a sandboxed page of another site stays unknown", "null", "cross-site", "null"],
  ["an origin that is named is left to Next", "http://other.example", "cross-site", "http://other.example"],
])("in development, %s", async (_, origin, site, seen) => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/__nextjs_original-stack-frames`, {
    method: "POST",
    headers: { origin, "sec-fetch-site": site },
  });
  expect(await answer.text()).toBe(seen);
});
