import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Closes the connection after an answer that was sent before its request was read completely. The rest of the body
 * would block the next request on this connection.
 */
export function closeWhenHalfRead(request: IncomingMessage, response: ServerResponse): void {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && !Number(length ?? 0)) return;
  const { writeHead } = response;
  Object.assign(response, {
    writeHead: (...given: Parameters<typeof writeHead>) => {
      if (!request.complete) response.setHeader("connection", "close");
      return writeHead.apply(response, given);
    },
  });
}
