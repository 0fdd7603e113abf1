import { createServer, type Server } from "node:http";
import { expect, test } from "./kit/test.ts";

// In CORS_ORIGINS of the shop under test.
const listed = process.env.E2E_OTHER_ORIGIN ?? "";

test.skip(({ isLasting }) => isLasting, "The shop under test does not list this origin.");

let server: Server;

/** Serves an empty page on `port`, or on any. Returns its address. */
async function openStorefront(port = 0): Promise<string> {
  server = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<title>Another storefront</title>"),
  );
  await new Promise<void>((listening) => server.listen(port, "localhost", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The storefront has no port");
  return `http://localhost:${address.port}`;
}

test.afterEach(() => {
  server.close();
  server.closeAllConnections();
});

test("@desktop a page of a listed origin shops with the guest's cookie and the cart's token", async ({
  page,
  baseURL,
}) => {
  await page.goto(await openStorefront(Number(new URL(listed).port)));
  const shopped = await page.evaluate(async (shop) => {
    const ask = async (method: string, path: string, body?: object, headers: object = {}) => {
      const response = await fetch(`${shop}${path}`, {
        method,
        credentials: "include",
        headers: { ...(body && { "content-type": "application/json" }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { response, body: await response.json() };
    };
    const guest = await ask("POST", "/auth/sign-in/anonymous", {});
    const { body: found } = await ask("GET", "/store/products/stovetop-kettle");
    const line = { variantId: found.data.variants[0].id, quantity: 2 };
    const added = await ask("POST", "/store/cart/lines", line, { "x-platform": "WEB" });
    const token = added.response.headers.get("x-cart-token") ?? "";
    const again = await ask("GET", "/store/cart", undefined, { "x-cart-token": token });
    const session = await ask("GET", "/auth/get-session");
    const refused = await ask("POST", "/store/cart/lines", {});
    const missing = await ask("GET", "/store/none");
    return {
      lines: again.body.data.lines.length,
      isSameGuest: session.body.user.id === guest.body.user.id,
      handedOut: Boolean(guest.response.headers.get("set-auth-token")),
      refused: refused.response.status,
      missing: missing.response.status,
    };
  }, baseURL);
  expect(shopped).toEqual({ lines: 1, isSameGuest: true, handedOut: true, refused: 400, missing: 404 });
});

test("@desktop a page of another origin can neither read nor change anything", async ({ page, baseURL }) => {
  const session = () => page.request.get(`${baseURL}/auth/get-session`).then((answer) => answer.json());
  await page.request.post(`${baseURL}/auth/sign-in/anonymous`, {
    headers: { origin: `${baseURL}` },
    data: {},
  });
  const before = await session();
  expect(before.user.isAnonymous).toBe(true);
  await page.goto(await openStorefront());
  const outcomes = await page.evaluate(async (shop) => {
    const outcome = (path: string, init: RequestInit) =>
      fetch(`${shop}${path}`, { credentials: "include", ...init }).then(
        () => "read",
        () => "blocked",
      );
    const json = { "content-type": "application/json" };
    return [
      await outcome("/store/cart", {}),
      await outcome("/auth/get-session", {}),
      await outcome("/store/cart/lines", { method: "POST", headers: json, body: "{}" }),
      await outcome("/auth/sign-out", { method: "POST" }),
    ];
  }, baseURL);
  expect(outcomes).toEqual(["blocked", "blocked", "blocked", "blocked"]);
  // A sign-out without a body needs no preflight request: it reaches the shop with the guest's cookie.
  expect((await session()).user.id).toBe(before.user.id);
});
