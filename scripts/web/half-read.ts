import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Ends the connection with an answer that is given before its request was read to the end. What is left of the body
 * would otherwise stand in the way of the next request on this connection, which would never be answered.
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
