import type { Server } from "node:http";
import type { Duplex } from "node:stream";

type Refusal = { status: number; reason: string; errorCode: string };

const malformed = { status: 400, reason: "Bad Request", errorCode: "BAD_REQUEST" };
const byCode: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: "Request Header Fields Too Large",
    errorCode: "HEADERS_TOO_LARGE",
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, reason: "Content Too Large", errorCode: "PAYLOAD_TOO_LARGE" },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: "Request Timeout", errorCode: "REQUEST_TIMEOUT" },
};
const tooLong = { status: 414, reason: "URI Too Long", errorCode: "URI_TOO_LONG" };
const noTunnel = { status: 405, reason: "Method Not Allowed", errorCode: "METHOD_NOT_ALLOWED" };

/** Answers malformed requests with minimal JSON: without a path, no dialect is known. */
export function answerPlainly(server: Server): void {
  server.on("clientError", (error: Error & { code?: string; rawPacket?: Buffer }, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    const isLong = /^[A-Z]+ \S{8000}/.test(error.rawPacket?.toString("latin1") ?? "");
    refuse(socket, isLong ? tooLong : (byCode[error.code ?? ""] ?? malformed));
  });
  server.on("connect", (_request, socket) => refuse(socket, noTunnel));
  // Next ignores it too, and 417 would have no envelope.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
}

function refuse(socket: Duplex, { status, reason, errorCode }: Refusal): void {
  const body = JSON.stringify({ statusCode: status, errorCode, message: reason });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "Content-Type: application/json; charset=utf-8",
    "Cache-Control: no-store",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 405 ? ["Allow: GET, HEAD, POST"] : []),
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
