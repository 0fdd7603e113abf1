import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { limitConnections } from "./limit-connections.ts";

const large = Buffer.alloc(32 * 1024 * 1024);
const server = createServer((_request, response) => response.end(large));
limitConnections(server, 1 / 600);
afterAll(() => void server.close());

test("a client that does not read its answer loses the connection", async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const [held] = await once(
    server.on("connection", () => undefined),
    "connection",
  );
  client.pause();
  client.write("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
  await once(held, "close", { signal: AbortSignal.timeout(10_000) });
  client.destroy();
  expect(held.destroyed).toBe(true);
});
