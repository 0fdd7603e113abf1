import type { IncomingHttpHeaders } from "node:http";

/** Tells the client which encodings a body may have: none. */
export const plainBodies = { "accept-encoding": "identity" };

/** Whether a body is compressed. We would read it as if it were not. */
export function isEncoded(headers: IncomingHttpHeaders): boolean {
  const { "content-length": length, "transfer-encoding": transfer } = headers;
  if (transfer === undefined && !Number(length ?? 0)) return false;
  return !/^(identity)?$/i.test(headers["content-encoding"] ?? "") || !/^(chunked)?$/i.test(transfer ?? "");
}
