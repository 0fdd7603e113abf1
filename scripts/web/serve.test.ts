import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StoreRoute } from "#lib/dialects/store-api/index.ts";
import { withClientAddress } from "#lib/platform/http/client-address.ts";
import { usAddress } from "#test/support/addresses.ts";
import { answer, type CallInput, requestFor } from "#test/support/call.ts";
import { makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { checkContract } from "#test/support/contract.ts";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";
import { hostApis } from "./api-host.ts";
import { front } from "./front.ts";

const hosts = {
  next: () => Promise.reject(new Error("Next is not asked for an API")),
  routeAt: await hostApis(),
  pageAt: () => null,
};
const server = createServer((request, response) => {
  withClientAddress("192.0.2.1", () => front(request, response, hosts)).catch((error: unknown) => {
    response.destroy(error instanceof Error ? error : undefined);
  });
});
let url = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

function routeNamed(id: string): StoreRoute {
  const found = routes.find((route) => route.id === id);
  if (!found) throw new Error(`There is no route ${id}`);
  return found;
}

/** Sends a request over HTTP and checks the answer against the route's contract. */
async function ask(id: string, input: CallInput = {}) {
  const route = routeNamed(id);
  const asked = requestFor(route, input);
  const { pathname, search } = new URL(asked.url);
  const body = asked.body === null ? {} : { body: await asked.text() };
  const answer = await fetch(url + pathname + search, {
    method: route.method,
    headers: asked.headers,
    ...body,
  });
  const reply = { status: answer.status, headers: answer.headers, body: await answer.json() };
  checkContract(route, reply);
  return reply;
}

async function signIn(): Promise<{ token: string; userId: string }> {
  const answer = await fetch(`${url}/auth/sign-in/anonymous`, { method: "POST" });
  expect(answer.headers.getSetCookie()).toEqual([expect.stringContaining("HttpOnly")]);
  const { token, user } = await answer.json();
  return { token, userId: user.id };
}

/** Sends raw bytes and reads the answer. */
async function send(request: string, host = "localhost"): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(request.replace("\r\n", `\r\nhost: ${host}\r\nconnection: close\r\n`));
  return text(socket);
}

test("a guest places and tracks an order, without Next", async () => {
  const { variantId } = await makeVariant();
  const { id: shippingMethodId } = await makeShippingMethod();
  const session = await signIn();
  const first = await ask("addCartLine", { session, body: { variantId, quantity: 1 } });
  const at = { session, cart: first.headers.get("x-cart-token") ?? "" };
  await ask("captureContact", { ...at, body: { email: "guest@example.com", name: "Gale Guest" } });
  await ask("setCartAddress", { ...at, body: { shippingAddress: usAddress } });
  await ask("setShippingMethod", { ...at, body: { shippingMethodId } });
  const placed = await ask("placeOrder", { ...at, body: { paymentProvider: "bank-transfer" } });
  expect(placed.status).toBe(201);
  const found = await ask("getOrder", { session, params: { id: placed.body.data.id } });
  expect(found.body.data).toEqual(placed.body.data);
  expect((await ask("listOrders", { session, query: { limit: "1" } })).body.metadata.total).toBe(1);
});

describe("an answer is identical to the route's own", () => {
  const nobody = "0190a000-0000-7000-8000-000000000000";
  const cases: [string, string, number, CallInput][] = [
    ["no session", "getOrder", 401, { params: { id: nobody } }],
    ["a malformed id", "getOrder", 400, { params: { id: "a/b %" } }],
    ["an unknown product", "getProduct", 404, { params: { slug: "none/ä" } }],
    ["an unknown token", "trackOrder", 404, { params: { token: "a/../b" } }],
    ["a query", "listProducts", 200, { query: { limit: "2", search: "a b&c=%" } }],
    ["a meaningless query", "listProducts", 400, { query: { limit: "x" } }],
    ["no body", "lookupOrder", 400, {}],
    ["no JSON", "lookupOrder", 400, { body: "{" }],
    ["no JSON type", "lookupOrder", 415, { body: "a=b", headers: { "content-type": "text/plain" } }],
    ["too much", "lookupOrder", 413, { body: "x".repeat(150 * 1024) }],
    ["another site's page", "syncCart", 403, { headers: { cookie: "a=b", origin: "https://other.example" } }],
  ];
  test.each(cases)("%s", async (_what, id, status, given) => {
    const input = { ...given, headers: { ...given.headers, "x-request-id": "from-the-caller" } };
    const own = await answer(routeNamed(id), requestFor(routeNamed(id), input));
    const reply = await ask(id, input);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual(await own.json());
    expect(Object.fromEntries(reply.headers)).toMatchObject(Object.fromEntries(own.headers));
  });
});

describe("a body", () => {
  const chunk = `8000\r\n${"x".repeat(0x8000)}\r\n`;
  const start = "POST /store/guest/orders/lookup HTTP/1.1\r\ncontent-type: application/json\r\n";

  test("without a length is read as it arrives", async () => {
    const answer = await send(`${start}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain('"path":"email"');
  });

  test("without a length and without an end is rejected once it is too large", async () => {
    for (const end of ["0\r\n\r\n", ""]) {
      const answer = await send(`${start}transfer-encoding: chunked\r\n\r\n${chunk.repeat(5)}${end}`);
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(answer).toContain('"errorCode":"PAYLOAD_TOO_LARGE"');
    }
  });

  test("with a Content-Length that is too large is rejected without waiting", async () => {
    expect(await send(`${start}content-length: 1000000\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("whose sender disconnects does no harm", async () => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write(`${start}host: localhost\r\ncontent-length: 100\r\n\r\n{`);
    setTimeout(() => socket.destroy(), 50);
    await once(socket, "close");
    expect((await ask("listProducts")).status).toBe(200);
  });
});

test("a malformed Host does not cause a failure", async () => {
  const answer = await send("GET /store/products HTTP/1.1\r\n\r\n", "<>");
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test("HEAD has the headers of GET and no body", async () => {
  for (const path of ["/healthz", "/openapi.json", "/store/products", "/store/cart"]) {
    const [, head, body] =
      /^([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(await send(`HEAD ${path} HTTP/1.1\r\n\r\n`)) ?? [];
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*content-type: application\/json/i);
    // A GET of a missing cart creates one and answers with its token.
    expect(head).not.toMatch(/x-cart-token/i);
    expect(body).toBe("");
  }
});

test("the commercetools dialect answers, preflights included", async () => {
  const path = `${url}/commercetools/demo/me/carts`;
  expect(await (await fetch(path)).json()).toMatchObject({ statusCode: 401, error: "invalid_token" });
  const preflight = await fetch(path, { method: "OPTIONS" });
  expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
});
