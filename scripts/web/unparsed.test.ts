import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { ask, expectEnvelope, expectPage, hostOfFront, send, serveFront } from "#test/support/front.ts";

serveFront();

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

const endless = "a".repeat(20_000);
const unreadable: [string, (path: string) => string, number][] = [
  ["an unknown method", (path) => `FOO ${path} HTTP/1.1\r\nhost: a\r\n`, 400],
  ["a control character", (path) => `GET ${path}\0 HTTP/1.1\r\nhost: a\r\n`, 400],
  ["a malformed length", (path) => `GET ${path} HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n`, 400],
  ["endless headers", (path) => `GET ${path} HTTP/1.1\r\nhost: a\r\nx: ${endless}\r\n`, 431],
  ["an endless address", (path) => `GET ${path}/${endless} HTTP/1.1\r\nhost: a\r\n`, 414],
  ["two hosts", (path) => `GET ${path} HTTP/1.1\r\nhost: a\r\nHost: b\r\nconnection: close\r\n`, 400],
];

describe.each(unreadable)("a request with %s is answered", (_what, request, status) => {
  const apis = [
    "/store/cart",
    "/auth/get-session",
    "/commercetools/demo/me/carts",
    "/commercetools/oauth/token",
  ];

  test.each(apis)("in the envelope of %s", async (path) => {
    expectEnvelope(path, await send(`${request(path)}\r\n`), status);
  });

  test("with a page at the address of a page", async () => {
    expectPage(await send(`${request("/products")}\r\n`), status);
  });
});

describe("a request without an address is answered in JSON", () => {
  test.each([
    ["no line", "FOO\r\n", 400],
    ["a tunnel", "CONNECT other.example:443 HTTP/1.1\r\nhost: a\r\n", 405],
  ])("%s", async (_what, request, status) => {
    const reply = await send(`${request}\r\n`);
    expect(reply.status).toBe(status);
    expect(reply.headers["content-type"]).toMatch(/^application\/json/);
    expect(JSON.parse(reply.body)).toEqual({
      statusCode: status,
      errorCode: expect.any(String),
      message: expect.any(String),
    });
  });
});

test.each(["/store/cart/lines", "/auth/sign-in/email", "/commercetools/demo/me/carts"])(
  "a body that breaks off at %s is answered in its envelope",
  async (path) => {
    const head = `POST ${path} HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n`;
    expectEnvelope(path, await send(`${head}zz\r\n`), 400);
  },
);

test("an Expect header is no reason to reject", async () => {
  expect((await ask("GET", "/", { headers: { expect: "foo" } })).status).toBe(200);
});

test("the whole URL in place of the path is read as its path", async () => {
  const line = (target: string) => send(`GET ${target} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
  expect((await line("http://other.example/products?a=1")).body).toContain("GET /products?a=1");
  expect((await line("http://other.example")).body).toContain("GET / ");
  expectEnvelope("/store/none", await line("http://other.example/store/none"), 404);
});

test.each(["CONNECT a:1", "CONNECT /store/cart", "FOO /store/cart"])(
  "a client that resets its connection after %s is no error of ours",
  async (line) => {
    const uncaught = vi.fn();
    process.on("uncaughtExceptionMonitor", uncaught);
    const reset = async (ms: number) => {
      const socket = connect(Number(hostOfFront().split(":")[1]), "127.0.0.1");
      await once(socket, "connect");
      socket.write(`${line} HTTP/1.1\r\nhost: a\r\n\r\n`);
      await sleep(ms);
      socket.resetAndDestroy();
    };
    for (const ms of [0, 1, 2, 3]) await Promise.all(Array.from({ length: 20 }, () => reset(ms)));
    expect((await ask("GET", "/")).status).toBe(200);
    process.off("uncaughtExceptionMonitor", uncaught);
    expect(uncaught).not.toHaveBeenCalled();
  },
);
