import { type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { apiAt } from "#lib/platform/http/index.ts";
import { refusalOf } from "./front-api.ts";
import { refusalPage } from "./refusal-page.ts";

type Refusal = { status: number; code: ErrorCode };

const malformed: Refusal = { status: 400, code: "bad_request" };
const byParserCode: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: "headers_too_large" },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: "payload_too_large" },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: "request_timeout" },
};
const tooLong: Refusal = { status: 414, code: "uri_too_long" };
const noTunnel: Refusal = { status: 405, code: "method_not_allowed" };

type ParserError = Error & { code?: string; rawPacket?: Buffer; bytesParsed?: number };

/** Answers requests that cannot be parsed, in the format of their address as far as it is known. */
export function answerUnparsed(server: Server): void {
  const paths = new WeakMap<Duplex, string>();
  server.prependListener("request", ({ socket, url = "" }) => void paths.set(socket, pathOf(url)));
  server.on("clientError", (error: ParserError, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    const target = targetIn(error);
    const isLong = (target?.length ?? 0) > 8000;
    const path = target === null ? paths.get(socket) : pathOf(target);
    void refuse(socket, path, isLong ? tooLong : (byParserCode[error.code ?? ""] ?? malformed));
  });
  server.on("connect", ({ url = "" }, socket) => void refuse(socket, pathOf(url), noTunnel));
  // Next ignores it too, and 417 would have no envelope.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
}

/** The target of the request that failed; null if its packet does not contain it. */
function targetIn({ rawPacket, bytesParsed = 0 }: ParserError): string | null {
  const text = rawPacket?.toString("latin1") ?? "";
  const lineEnd = text.indexOf("\r\n");
  const read = text.slice(0, Math.max(bytesParsed, lineEnd < 0 ? text.length : lineEnd));
  // The last one: requests may have been sent together.
  return [...read.matchAll(/(?:^|\n)[A-Z]+ (\/[^\s]*)/g)].at(-1)?.[1] ?? null;
}

const mostOfPath = 200;

function pathOf(target: string): string {
  const [path = ""] = target.split(/[?#]/, 1);
  return path.slice(0, mostOfPath);
}

/** Answers on the bare connection. Node no longer listens to its errors, such as a client that is gone. */
async function refuse(socket: Duplex, path: string | undefined, { status, code }: Refusal): Promise<void> {
  socket.on("error", () => socket.destroy());
  const allow: Record<string, string> = status === 405 ? { allow: "GET, HEAD, POST" } : {};
  const answer = await answerAt(path, { status, code }, allow);
  const body = Buffer.from(await answer.arrayBuffer());
  const fields = [
    ...answer.headers,
    ["content-length", String(body.length)],
    ["connection", "close"],
  ] as const;
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n`);
  socket.end(body);
}

async function answerAt(
  path: string | undefined,
  { status, code }: Refusal,
  headers: Record<string, string>,
): Promise<Response> {
  if (!path?.startsWith("/")) {
    // Without a path, no dialect is known.
    const body = { statusCode: status, errorCode: code.toUpperCase(), message: STATUS_CODES[status] };
    return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
  }
  const api = apiAt(path);
  if (!api) return refusalPage(path, status, headers);
  return refusalOf(api, { path, method: "GET", headers: {} }, code, headers);
}
