import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { until } from "#test/support/until.ts";
import { inTurn } from "./in-turn.ts";

const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`;

/** A server that answers when it is told to. `waiting` has the requests that it handles, by path. */
async function hesitantServer() {
  const waiting = new Map<string, ServerResponse>();
  const handled: string[] = [];
  const handle = inTurn(({ url = "" }, response) => {
    handled.push(url);
    waiting.set(url, response);
  });
  const server = createServer(handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => server.closeAllConnections());
  return { server, handled, answer: (path: string, body = path) => waiting.get(path)?.end(body) };
}

function open(server: Server): { client: Socket; received: () => string } {
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  onTestFinished(() => void client.destroy());
  let text = "";
  client.on("data", (part) => {
    text += part;
  });
  return { client, received: () => text };
}

test("requests that are sent at once are handled one after the other", async () => {
  const { server, handled, answer } = await hesitantServer();
  const { client, received } = open(server);
  client.write(get("/1") + get("/2") + get("/3"));
  await until(async () => handled.length === 1);
  for (const path of ["/1", "/2", "/3"]) {
    expect(handled.at(-1)).toBe(path);
    answer(path);
    await until(async () => received().endsWith(path));
    await until(async () => handled.at(-1) !== path || path === "/3");
  }
  expect(handled).toEqual(["/1", "/2", "/3"]);
});

test("other connections do not wait", async () => {
  const { server, handled, answer } = await hesitantServer();
  const [one, other] = [open(server), open(server)];
  one.client.write(get("/slow") + get("/next"));
  await until(async () => handled.includes("/slow"));
  other.client.write(get("/other"));
  await until(async () => handled.includes("/other"));
  answer("/other");
  await until(async () => other.received().endsWith("/other"));
  expect(handled).toEqual(["/slow", "/other"]);
});

test("nothing more is handled for a client that does not read, or that is gone", async () => {
  const { server, handled, answer } = await hesitantServer();
  const { client, received } = open(server);
  client.pause();
  client.write(get("/1") + get("/2") + get("/3"));
  await until(async () => handled.length === 1);
  answer("/1", "x".repeat(64 * 1024 * 1024));
  const another = open(server);
  another.client.write(get("/another"));
  await until(async () => handled.includes("/another"));
  expect(handled).toEqual(["/1", "/another"]);
  client.destroy();
  answer("/another");
  await until(async () => another.received().endsWith("/another"));
  another.client.write(get("/last"));
  await until(async () => handled.includes("/last"));
  expect([handled, received()]).toEqual([["/1", "/another", "/last"], ""]);
});
