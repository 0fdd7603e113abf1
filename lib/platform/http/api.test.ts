import { expect, test } from "vitest";
import { createApi } from "./api.ts";
import { responseOf } from "./respond.ts";

const route = (method: "GET" | "POST", path: string) => ({
  id: `${method} ${path}`,
  method,
  path,
  handle: async ({ params }: { params: Record<string, string> }) => ({
    status: 200,
    body: [`${method} ${path}`, params],
  }),
});

const api = createApi({ mount: "/shop", failure: ({ code }) => ({ status: 400, body: code }) }, [
  route("GET", "/shop/orders/{token}"),
  route("POST", "/shop/orders/look-up"),
  route("GET", "/shop/orders/all"),
]);

const ask = async (method: string, path: string) =>
  responseOf(await api.serve(new Request(`http://localhost${path}`, { method }))).json();

test("a literal path wins over a parameter", async () => {
  expect(await ask("GET", "/shop/orders/all")).toEqual(["GET /shop/orders/all", {}]);
  expect(await ask("POST", "/shop/orders/look-up")).toEqual(["POST /shop/orders/look-up", {}]);
});

test("a method that the literal path does not support means the parameter", async () => {
  expect(await ask("GET", "/shop/orders/look-up")).toEqual([
    "GET /shop/orders/{token}",
    { token: "look-up" },
  ]);
  expect(api.methodsAt("/shop/orders/look-up")).toEqual(["GET", "HEAD", "POST"]);
  expect(await ask("PUT", "/shop/orders/look-up")).toBe("method_not_allowed");
  expect(await ask("GET", "/shop/none")).toBe("not_found");
});
