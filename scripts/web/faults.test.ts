import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAnswering, withClientAddress } from "#lib/platform/http/client-address.ts";
import { mountApis } from "#lib/platform/http/mounted.ts";
import { answerWith, noteReached } from "#lib/platform/http/reached.ts";
import { shop } from "#lib/shop.ts";
import { front } from "./front.ts";
import { isOwnRequest, markForOwnRequests } from "./own-requests.ts";
import { answerPlainly } from "./plain-refusals.ts";

/** Stands in for Next: echoes the request, or fails as Next does. */
async function next(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  if (request.headers["x-fail"]) {
    if (request.headers["x-fail"] === "ours") noteReached();
    response.statusCode = 500;
    response.setHeader("content-type", request.headers["next-action"] ? "text/x-component" : "text/plain");
    response.end("Internal Server Error");
    // Next keeps writing to an answer that it has ended.
    response.statusCode = 500;
    setImmediate(() => {
      response.statusCode = 500;
    });
    return;
  }
  const wanted = request.headers["x-status"]?.toString();
  if (wanted) answerWith(Number(wanted), { "retry-after": "9" });
  if (request.headers["x-shell"]) {
    // What Next sends if a page fails or calls notFound(): a document that scripts have to fill.
    response.writeHead(Number(request.headers["x-shell"]), { "content-type": "text/html; charset=utf-8" });
    response.end('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>');
    return;
  }
  response.setHeader("content-type", "text/html");
  response.setHeader("x-request-id", "from-a-route");
  const claimed = request.headers["next-router-state-tree"] ?? "-";
  const seen = `${request.method} ${request.url} ${body.length} ${isAnswering()} ${claimed}`;
  response.writeHead(200, { "content-length": seen.length });
  response.write(seen.slice(0, 3));
  response.end(seen.slice(3));
}

const server = createServer({ requireHostHeader: false }, (request, response) => {
  withClientAddress("192.0.2.1", () => front(request, response, { next, routeAt: () => null })).catch(
    (error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
      throw error;
    },
  );
});
answerPlainly(server);
let port = 0;

beforeAll(async () => {
  mountApis(shop.apis);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

type Reply = { status: number; headers: Record<string, string>; body: string };

/** Sends raw bytes, as no well-behaved client would, and reads the answer. */
async function send(request: string): Promise<Reply> {
  const socket = connect(port, "127.0.0.1");
  socket.write(Buffer.from(request, "latin1"));
  const answer = await text(socket);
  const [head = "", ...rest] = answer.split("\r\n\r\n");
  const [line = "", ...fields] = head.split("\r\n");
  const headers = fields.map((field) => [
    field.split(":", 1).join().toLowerCase(),
    field.replace(/^[^:]*: ?/, ""),
  ]);
  return {
    status: Number(line.split(" ")[1]),
    headers: Object.fromEntries(headers),
    body: rest.join("\r\n\r\n"),
  };
}

function ask(
  method: string,
  path: string,
  { headers = {}, body = "" }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  const all = { host: `localhost:${port}`, connection: "close", ...headers };
  const length = body === "" ? "" : `content-length: ${Buffer.byteLength(body, "latin1")}\r\n`;
  const fields = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return send(`${method} ${path} HTTP/1.1\r\n${fields.join("")}${length}\r\n${body}`);
}

function expectPage(reply: Reply, status: number): void {
  expect(reply.status, reply.body).toBe(status);
  expect(reply.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  expect(reply.body).toMatch(/^<!DOCTYPE html>[\s\S]*<h1>.+<\/h1>/);
}

function expectEnvelope(path: string, reply: Reply, status: number): void {
  expect(reply.status, reply.body).toBe(status);
  expect(reply.headers).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-request-id": expect.any(String),
  });
  const body = JSON.parse(reply.body);
  expect(body).toMatchObject({ statusCode: status, message: expect.any(String) });
  if (path.startsWith("/commercetools")) expect(body.errors).toMatchObject([{ code: expect.any(String) }]);
  else
    expect(body).toMatchObject({ errorCode: expect.any(String), requestId: reply.headers["x-request-id"] });
  if (path.startsWith("/auth")) expect(body.code).toBe(body.errorCode);
}

const oddMethods = ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "QUERY"];
const apiPaths: [string, string][] = [
  ["/store/cart", "GET, HEAD"],
  ["/store/orders/1/cancel", "POST"],
  ["/store/guest/contact", "POST"],
  ["/auth/sign-in/email", "POST"],
  ["/auth/get-session", "GET"],
  ["/auth/verify-email", "GET"],
  ["/commercetools/demo/me/carts", "GET, HEAD, OPTIONS, POST"],
  ["/commercetools/oauth/demo/anonymous/token", "OPTIONS, POST"],
];

test("what is refused is said in the language that was chosen, else the one that the browser asks for", async () => {
  const refused = (headers: Record<string, string>) => ask("DELETE", "/cart", { headers });
  const german = await refused({ "accept-language": "de-DE,de;q=0.9,en;q=0.5" });
  expectPage(german, 405);
  expect(german.body).toContain('<html lang="de" dir="ltr">');
  const chosen = await refused({ "accept-language": "de", cookie: "a=b; language=ar" });
  expect(chosen.body).toContain('<html lang="ar" dir="rtl">');
  const neither = await refused({ "accept-language": "x".repeat(3_000), cookie: 'language="><script>' });
  expect(neither.body).toContain('<html lang="en" dir="ltr">');
});

describe("every answer at an API path has the API's envelope", () => {
  test.each(apiPaths)("with a method that %s does not support", async (path, allow) => {
    for (const method of [...oddMethods, "OPTIONS", "HEAD"]) {
      if (allow.split(", ").includes(method)) continue;
      const reply = await ask(method, path);
      expect(reply.headers.allow).toBe(allow);
      if (method === "HEAD") expect([reply.status, reply.body]).toEqual([405, ""]);
      else expectEnvelope(path, reply, 405);
    }
  });

  test.each(["/store", "/auth", "/commercetools"])("at an unknown path below %s", async (mount) => {
    for (const rest of [
      "",
      "/",
      "/none",
      "//cart",
      "/../none/",
      "/%00",
      "/%",
      "/cart/",
      "/\\",
      "/a/b/c/d/e/f",
    ]) {
      const path = new URL(`http://a${mount}${rest}`).pathname;
      if (!path.startsWith(mount)) continue;
      for (const method of ["GET", "POST", ...oddMethods]) {
        expectEnvelope(path, await ask(method, `${mount}${rest}`), 404);
      }
    }
  });

  test.each(apiPaths)("if the framework in front of %s fails silently", async (path, allow) => {
    const method = allow.includes("GET") ? "GET" : "POST";
    expectEnvelope(path, await ask(method, path, { headers: { "x-fail": "1" } }), 500);
  });

  test.each(apiPaths)("for an overlong path or query of %s", async (path, allow) => {
    const method = allow.includes("GET") ? "GET" : "POST";
    expectEnvelope(path, await ask(method, `${path}?a=${"a".repeat(9_000)}`), 414);
    expectEnvelope(path, await ask(method, `${path}?${"a&".repeat(2_000)}`), 400);
  });

  test("and echoes the caller's request id", async () => {
    const reply = await ask("PUT", "/store/cart", { headers: { "x-request-id": "from-the-caller" } });
    expect(reply.headers["x-request-id"]).toBe("from-the-caller");
  });

  test("and ignores the headers of Next's partial page requests", async () => {
    const headers = { rsc: "1", "next-router-state-tree": "x", "next-action": "x" };
    expect((await ask("GET", "/store/cart", { headers })).body).toBe("GET /store/cart 0 true -");
  });
});

test.each([
  ["/store/orders/%", "/store/orders/%25"],
  ["/store/guest/orders/%ff", "/store/guest/orders/%25ff"],
  ["/order-status/a%ED%A0%80%20", "/order-status/a%25ED%25A0%2580%2520"],
  ["/a%20b/%/c?d=%", "/a%20b/%25/c?d=%"],
  ["/x/../store/./cart", "/store/cart"],
  ["/store\\cart", "/store/cart"],
])("%s is a path like any other", async (sent, seen) => {
  expect((await ask("GET", sent)).body).toBe(`GET ${seen} 0 true -`);
});

describe("every other answer is a page", () => {
  test.each([...oddMethods, "OPTIONS"])("%s", async (method) => {
    for (const path of ["/", "/sign-in", "/none", "/favicon.svg", "/healthz"]) {
      const reply = await ask(method, path);
      expectPage(reply, 405);
      expect(reply.headers.allow).toBe("GET, HEAD, POST");
    }
  });

  test("for an overlong path, or none at all", async () => {
    expectPage(await ask("GET", `/${"a".repeat(9_000)}`), 414);
    expectPage(await ask("GET", `/?${"a&".repeat(2_000)}`), 400);
    expectPage(await ask("GET", "*"), 400);
    expectPage(await ask("GET", "http://other.example/"), 400);
    expectPage(await send("GET / HTTP/1.1\r\nconnection: close\r\n\r\n"), 400);
  });

  test("to a form from another site", async () => {
    for (const origin of ["https://other.example", "null", "x", "http://localhost:1"]) {
      expectPage(await ask("POST", "/sign-in", { headers: { origin } }), 403);
    }
    for (const headers of [
      { origin: `http://localhost:${port}` },
      { origin: "null", "sec-fetch-site": "same-origin" },
    ]) {
      expect((await ask("POST", "/sign-in", { headers })).status).toBe(200);
    }
  });

  test("to a form that Next cannot parse, while our own errors stay 500", async () => {
    expectPage(await ask("POST", "/sign-in", { headers: { "x-fail": "next" } }), 400);
    expectPage(await ask("POST", "/sign-in", { headers: { "x-fail": "ours" } }), 500);
    expectPage(await ask("GET", "/sign-in", { headers: { "x-fail": "next" } }), 500);
    const scripted = { "x-fail": "next", "next-action": "x" };
    expect(await ask("POST", "/sign-in", { headers: scripted })).toMatchObject({
      status: 400,
      headers: { "content-type": "text/x-component" },
    });
  });

  test("if Next's own error page would be empty without JavaScript", async () => {
    for (const status of [404, 500]) {
      const reply = await ask("GET", "/products/x", { headers: { "x-shell": `${status}` } });
      expectPage(reply, status);
      expect(reply.body).toContain('<a href="/">');
    }
    expect((await ask("HEAD", "/products/x", { headers: { "x-shell": "404" } })).status).toBe(404);
  });

  test("and a page sets its own status", async () => {
    for (const status of [404, 429]) {
      for (const headers of [{}, { "next-action": "x" }]) {
        const reply = await ask("POST", "/sign-in", { headers: { "x-status": `${status}`, ...headers } });
        expect(reply).toMatchObject({ status, headers: { "retry-after": "9", "content-type": "text/html" } });
        expect(reply.body).toBe("POST /sign-in 0 true -");
      }
    }
  });

  test.each([
    ["no JSON", "x"],
    ["no encoding", "%"],
    ["an empty list", "%5B%5D"],
    ["a number for a segment", encodeURIComponent(JSON.stringify(["", { children: [1, {}] }]))],
    ["lists in lists", "[".repeat(5_000)],
    ["a thousand levels", `${'["",{"a":'.repeat(1_000)}1${"}]".repeat(1_000)}`],
  ])("the router state that a browser sends is dropped if it is %s", async (_what, claimed) => {
    const headers = { "next-router-state-tree": claimed };
    expect((await ask("GET", "/", { headers })).body).toBe("GET / 0 true -");
  });

  test("and kept if it is valid", async () => {
    const claimed = encodeURIComponent(
      JSON.stringify([
        "",
        { children: [["slug", "beanie", "d", null], { children: ["__PAGE__", {}] }] },
        null,
        "refetch",
      ]),
    );
    const headers = { "next-router-state-tree": claimed };
    expect((await ask("GET", "/", { headers })).body).toBe(`GET / 0 true ${claimed}`);
  });
});

test("only Next itself can send an internal request", () => {
  const headers: Record<string, string> = { "x-own-request": "x" };
  expect(isOwnRequest({})).toBe(false);
  expect(isOwnRequest(headers)).toBe(false);
  markForOwnRequests(headers);
  expect(isOwnRequest(headers)).toBe(true);
});

describe("a posted form is rejected before it is parsed", () => {
  const boundary = "a-boundary";
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  const part = (name: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nx\r\n`;
  const whole = (count: number) =>
    `${Array.from({ length: count }, (_, index) => part(`f${index}`)).join("")}--${boundary}--\r\n`;
  const post = (body: string, type = headers) => ask("POST", "/sign-in", { headers: type, body });

  test("if it is too large, with or without Content-Length", async () => {
    expectPage(await post("x".repeat(150 * 1024)), 413);
    const chunk = `8000\r\n${"x".repeat(0x8000)}\r\n`;
    const fields = `host: localhost:${port}\r\nconnection: close\r\ntransfer-encoding: chunked`;
    expectPage(await send(`POST /sign-in HTTP/1.1\r\n${fields}\r\n\r\n${chunk.repeat(5)}0\r\n\r\n`), 413);
  });

  test("if it has more parts than any form, or is not a form", async () => {
    for (const body of [whole(1_000), `--${boundary}\r\n`.repeat(5_000), "x", "", whole(2).slice(0, -20)]) {
      expectPage(await post(body), 400);
    }
    expectPage(await post(whole(1), { "content-type": "multipart/form-data" }), 400);
  });

  test("and passed on unchanged otherwise", async () => {
    const body = whole(100);
    expect((await post(body)).body).toBe(`POST /sign-in ${body.length} true -`);
    const plain = { "content-type": "text/plain", "next-action": "x" };
    expect((await post("[1]", plain)).body).toBe("POST /sign-in 3 true -");
  });
});

describe("an answer before the request was read completely closes the connection", () => {
  const chunk = `${(50_000).toString(16)}\r\n${"x".repeat(50_000)}\r\n`;
  const head = (path: string, type: string) =>
    `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`;

  test.each([
    ["a page", "/sign-in", "multipart/form-data; boundary=x", 413],
    ["an unknown API path", "/store/nothing", "application/json", 404],
  ])("%s", async (_what, path, type, status) => {
    const reply = await send(head(path, type) + chunk.repeat(3));
    expect([reply.status, reply.headers.connection]).toEqual([status, "close"]);
  });

  test("and after a complete request it stays open", async () => {
    const two = `POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\nnext-action: x\r\ncontent-length: 3\r\n`;
    const reply = await send(`${two}\r\n[1]${two}connection: close\r\n\r\n[2]`);
    expect(reply.headers.connection).toBe("keep-alive");
    expect(reply.body.match(/POST \/sign-in 3/g)).toHaveLength(2);
  });
});

describe("a malformed request is answered in JSON", () => {
  test.each([
    ["no line", "FOO\r\n", 400],
    ["an unknown method", "FOO / HTTP/1.1\r\nhost: a\r\n", 400],
    ["a control character", "GET /\0 HTTP/1.1\r\nhost: a\r\n", 400],
    ["a malformed length", "GET / HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n", 400],
    ["endless headers", `GET / HTTP/1.1\r\nhost: a\r\nx: ${"a".repeat(20_000)}\r\n`, 431],
    ["an endless address", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nhost: a\r\n`, 414],
    ["a tunnel", "CONNECT other.example:443 HTTP/1.1\r\nhost: a\r\n", 405],
  ])("%s", async (_what, request, status) => {
    const reply = await send(`${request}\r\n`);
    expect(reply.status).toBe(status);
    expect(reply.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(JSON.parse(reply.body)).toEqual({
      statusCode: status,
      errorCode: expect.any(String),
      message: expect.any(String),
    });
  });

  test("an Expect header is no reason to reject", async () => {
    expect((await ask("GET", "/", { headers: { expect: "foo" } })).status).toBe(200);
  });
});
