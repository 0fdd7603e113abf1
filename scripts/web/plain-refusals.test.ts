import { describe, expect, test } from "vitest";
import { ask, send, serveFront } from "#test/support/front.ts";

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
