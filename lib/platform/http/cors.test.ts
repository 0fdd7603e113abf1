import { describe, expect, test } from "vitest";
import { createApi } from "./api.ts";
import { withCors } from "./cors.ts";
import { responseOf } from "./respond.ts";

const plain = createApi({ mount: "/shop", failure: ({ code }) => ({ status: 400, body: code }) }, [
  { id: "read", method: "GET", path: "/shop/cart", handle: async () => ({ status: 200, body: "cart" }) },
  { id: "buy", method: "POST", path: "/shop/cart", handle: async () => new Response("bought") },
]);

const cors = { sent: ["content-type", "x-cart-token"], readable: ["x-cart-token", "retry-after"] };
const listed = withCors(plain, { ...cors, origins: ["https://app.example"] });
const open = withCors(plain, { ...cors, origins: "*" });

const ask = async (api: typeof plain, method: string, origin?: string) =>
  responseOf(
    await api.serve(
      new Request("http://shop.example/shop/cart", { method, headers: origin ? { origin } : {} }),
    ),
  );

/** The headers that CORS and caches know. */
function corsHeaders({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => /^(access-control-|vary$)/.test(name)));
}

const allowed = {
  "access-control-allow-origin": "https://app.example",
  "access-control-allow-credentials": "true",
  "access-control-expose-headers": "x-cart-token, retry-after",
  vary: "origin",
};

describe("pages of a listed origin", () => {
  test("may call with the visitor's cookies and read the answers", async () => {
    for (const method of ["GET", "POST", "PUT"])
      expect(corsHeaders(await ask(listed, method, "https://app.example"))).toEqual(allowed);
    const request = new Request("http://shop.example/shop/none", {
      headers: { origin: "https://app.example" },
    });
    const refused = await listed.refuse(request, { code: "not_found", message: "Nothing" });
    expect(corsHeaders(refused)).toEqual(allowed);
  });

  test("get an answer to their preflight request", async () => {
    const answer = await ask(listed, "OPTIONS", "https://app.example");
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(corsHeaders(answer)).toEqual({
      ...allowed,
      "access-control-allow-methods": "DELETE, GET, HEAD, PATCH, POST, PUT",
      "access-control-allow-headers": "content-type, x-cart-token",
      "access-control-max-age": "86400",
    });
  });

  test("get the same answer at an unknown address, whose 404 they can then read", async () => {
    const preflight = new Request("http://shop.example/shop/none", {
      method: "OPTIONS",
      headers: { origin: "https://app.example" },
    });
    const answer = await listed.refuse(preflight, { code: "not_found", message: "Nothing" });
    const known = await ask(listed, "OPTIONS", "https://app.example");
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(corsHeaders(answer)).toEqual(corsHeaders(known));
  });
});

test.each([
  undefined,
  "null",
  "https://evil.example",
  "https://app.example.evil.example",
  "http://app.example",
])("pages of %s may not call, and no cache gives them the answer for another origin", async (origin) => {
  expect(corsHeaders(await ask(listed, "GET", origin))).toEqual({ vary: "origin" });
  const preflight = await ask(listed, "OPTIONS", origin);
  expect([preflight.status, await preflight.json()]).toEqual([400, "method_not_allowed"]);
  expect(corsHeaders(preflight)).toEqual({ vary: "origin" });
});

test("with * every page may call, but never with cookies", async () => {
  for (const origin of [undefined, "null", "https://evil.example"]) {
    const { "access-control-allow-origin": allowedOrigin, ...rest } = corsHeaders(
      await ask(open, "GET", origin),
    );
    expect([allowedOrigin, Object.keys(rest)]).toEqual(["*", ["access-control-expose-headers"]]);
    expect((await ask(open, "OPTIONS", origin)).status).toBe(204);
  }
});

test("without an origin nothing changes", async () => {
  const api = withCors(plain, { ...cors, origins: [] });
  expect(api.methodsAt("/shop/cart")).toEqual(["GET", "HEAD", "POST"]);
  expect(corsHeaders(await ask(api, "GET", "https://app.example"))).toEqual({});
  expect(listed.methodsAt("/shop/cart")).toEqual(["GET", "HEAD", "OPTIONS", "POST"]);
  expect(listed.methodsAt("/shop/none")).toEqual([]);
});
