import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownPagesOnly } from "./own-pages-only.ts";

const server = createServer((_request, response) => response.end("a mail"));
server.on("upgrade", (_request, socket) => {
  socket.end("HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n");
});
ownPagesOnly(server);
let port = 0;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

async function ask(headers: OutgoingHttpHeaders): Promise<number | undefined> {
  const asked = request({ host: "127.0.0.1", port, headers }).end();
  const [response] = await once(asked, "response");
  response.resume();
  return response.statusCode;
}

test("programs and its own page may use it", async () => {
  expect(await ask({})).toBe(200);
  for (const name of ["localhost", "127.0.0.1"]) {
    const host = `${name}:${port}`;
    expect(await ask({ host, origin: `http://${host}` })).toBe(200);
  }
});

test("pages of other sites may not, nor a name that points here", async () => {
  const host = `127.0.0.1:${port}`;
  for (const origin of [
    "https://other.example",
    "null",
    "http://localhost:1",
    `http://${host}.other.example`,
  ])
    expect(await ask({ host, origin }), origin).toBe(403);
  for (const foreign of ["other.example", `other.example:${port}`])
    expect(await ask({ host: foreign }), foreign).toBe(403);
});

test("nor may they open a WebSocket", async () => {
  const socket = { connection: "Upgrade", upgrade: "websocket" };
  const asked = request({
    host: "127.0.0.1",
    port,
    headers: { ...socket, origin: "https://other.example" },
  }).end();
  await expect(once(asked, "upgrade")).rejects.toThrow(/hang up|reset/);
  const own = request({ host: "127.0.0.1", port, headers: socket }).end();
  await once(own, "upgrade");
});
