import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect } from "vitest";
import { isAnswering, withClientAddress } from "#lib/platform/http/client-address.ts";
import { mountApis } from "#lib/platform/http/mounted.ts";
import { answerWith, noteFailure, noteReached } from "#lib/platform/http/reached.ts";
import { shop } from "#lib/shop.ts";
import { front } from "#scripts/web/front.ts";
import { answerUnparsed } from "#scripts/web/unparsed.ts";

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
  if (request.headers["x-moved"]) {
    // What Next sends if a page redirects.
    response.writeHead(Number(request.headers["x-moved"]), {
      location: "/cart",
      "content-type": "text/html",
    });
    response.end("/cart");
    return;
  }
  const wanted = request.headers["x-status"]?.toString();
  if (wanted) answerWith(Number(wanted), { "retry-after": "9" });
  if (request.headers["x-shell"]) {
    // What Next sends if a page fails or calls notFound(): a document that scripts have to fill. It reports a failure
    // after that.
    const why = request.headers["x-because"];
    if (why) setImmediate(() => noteFailure(Object.assign(new Error("failed"), { code: why })));
    response.writeHead(Number(request.headers["x-shell"]), { "content-type": "text/html; charset=utf-8" });
    response.write('<!DOCTYPE html><html id="__next_error__"><head></head>');
    setTimeout(() => response.end("<body></body></html>"), 5);
    return;
  }
  response.setHeader("content-type", "text/html");
  // As proxy.ts does, except at the addresses of files.
  if (!request.url?.endsWith(".svg")) response.setHeader("content-security-policy", "frame-ancestors 'none'");
  response.setHeader("x-request-id", "from-a-route");
  const claimed = request.headers["next-router-state-tree"] ?? "-";
  const seen = `${request.method} ${request.url} ${body.length} ${isAnswering()} ${claimed}`;
  response.writeHead(200, { "content-length": seen.length });
  response.write(seen.slice(0, 3));
  response.end(seen.slice(3));
}
const server = createServer({ requireHostHeader: false }, (request, response) => {
  withClientAddress("192.0.2.1", () =>
    front(request, response, { next, routeAt: () => null, pageAt: () => null }),
  ).catch((error: unknown) => {
    // Like the web server.
    if (request.destroyed && !request.complete) return;
    response.destroy(error instanceof Error ? error : undefined);
    throw error;
  });
});
answerUnparsed(server);
let port = 0;

/** The host of the server, with its port. */
export const hostOfFront = () => `localhost:${port}`;

/** Serves the front with an echo in place of Next during a file's tests. */
export function serveFront(): void {
  beforeAll(async () => {
    mountApis(await shop.apis());
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());
}

export type Reply = { status: number; headers: Record<string, string>; body: string };

/** Sends raw bytes, as no well-behaved client would, and reads the answer. */
export async function send(request: string): Promise<Reply> {
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

/** Sends a request and reads the answer. */
export function ask(
  method: string,
  path: string,
  { headers = {}, body = "" }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  const all = { host: hostOfFront(), connection: "close", ...headers };
  const length = body === "" ? "" : `content-length: ${Buffer.byteLength(body, "latin1")}\r\n`;
  const fields = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return send(`${method} ${path} HTTP/1.1\r\n${fields.join("")}${length}\r\n${body}`);
}

/** Expects a page with this status. */
export function expectPage(reply: Reply, status: number): void {
  expect(reply.status, reply.body).toBe(status);
  expect(reply.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  expect(reply.body).toMatch(/^<!DOCTYPE html>[\s\S]*<h1>.+<\/h1>/);
}

/** Expects an error in the envelope of the API at this path. */
export function expectEnvelope(path: string, reply: Reply, status: number): void {
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

/** Methods that no page supports. */
export const oddMethods = ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "QUERY"];
