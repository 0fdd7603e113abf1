import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server that answers with `handle` and ends after its first answer. */
export async function serveOnce(handle: Handle): Promise<number> {
  const server = createServer((request, response) => {
    response.on("close", () => server.close());
    void handle(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

type Asked = { path?: string; method?: string; headers?: Record<string, string> };

/** The answer as it is sent: not decompressed. */
export async function answerOf(
  serving: Promise<number>,
  { path = "/", method = "GET", headers }: Asked = {},
) {
  const asked = request({ port: await serving, host: "127.0.0.1", path, method, headers, agent: false });
  asked.end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  const bytes = await buffer(answer);
  return { status: answer.statusCode, headers: answer.headers, bytes, body: bytes.toString() };
}
