import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

// Smaller answers fit into a packet anyway.
const leastBytes = 1024;
// Half the time of zlib's default, for a hundredth more bytes.
const level = 5;

/**
 * Sends what is written to `response` in one piece, compressed if the client accepts it. Our pages are complete when
 * their first byte is: compressing and sending each piece of a stream would cost more and save nobody time. `whole`
 * gets it uncompressed before it is sent.
 */
export function sendWhole(
  request: IncomingMessage,
  response: ServerResponse,
  whole?: (text: Buffer) => void,
): void {
  const { write, end } = response;
  const chunks: Uint8Array[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(chunk);
  };
  Object.assign(response, {
    flushHeaders: () => undefined,
    write(chunk: unknown) {
      keep(chunk);
      return true;
    },
    end(chunk?: unknown) {
      keep(chunk);
      Object.assign(response, { write, end });
      const body = Buffer.concat(chunks);
      whole?.(body);
      response.appendHeader("vary", "Accept-Encoding");
      if (request.method === "HEAD") return response.end();
      const isZipped = body.length >= leastBytes && acceptsGzip(request);
      if (isZipped) response.setHeader("content-encoding", "gzip");
      const sent = isZipped ? gzipSync(body, { level }) : body;
      response.setHeader("content-length", sent.length);
      return response.end(sent);
    },
  });
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return `${headers["accept-encoding"] ?? ""}`.split(",").some((each) => {
    const [name, quality = "1"] = each.trim().split(/\s*;\s*q=/);
    return name === "gzip" && Number(quality) > 0;
  });
}
