import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer before it is sent. `text` is empty for pictures and other binary data. */
export type Answer = { method: string; path: string; type: string; text: string };

/** A fault between the shop and its visitors: the replacement of an answer's text, or null to lose the answer. */
export type Fault = (answer: Answer) => string | null;

export type Front = { url: string; close(): void };

/** A proxy in front of a running server that injects a fault into its answers. */
export async function openFront(target: string, fault: Fault): Promise<Front> {
  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      const answer = await fetch(`${target}${path}`, {
        method,
        redirect: "manual",
        headers: headersFor(request.headers, { from: url, to: target }),
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      const body = Buffer.from(await answer.arrayBuffer());
      const type = answer.headers.get("content-type") ?? "";
      const isText = /^(text|application\/(json|javascript))/.test(type);
      const text = fault({ method, path, type, text: isText ? body.toString() : "" });
      if (text === null) return request.socket.destroy();
      response.statusCode = answer.status;
      for (const [name, value] of answer.headers) {
        if (
          !/^(content-length|content-encoding|transfer-encoding|connection|keep-alive|set-cookie)$/.test(name)
        ) {
          response.setHeader(name, value.replaceAll(target, url));
        }
      }
      response.setHeader("set-cookie", answer.headers.getSetCookie());
      response.end(isText ? text : body);
    } catch {
      request.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The caller's headers for the server behind the proxy: its own host, and no compression. */
function headersFor(headers: IncomingHttpHeaders, { from, to }: { from: string; to: string }): Headers {
  const passed = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (/^(host|connection|content-length|transfer-encoding|accept-encoding|keep-alive|upgrade)$/.test(name))
      continue;
    passed.set(name, String(value).replaceAll(from, to));
  }
  passed.set("accept-encoding", "identity");
  return passed;
}
