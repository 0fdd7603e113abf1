import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

// After a form that redirects, Next fetches the next page from this very server, with the headers of the request
// that it answers. It comes from 127.0.0.1, and is yet the client's: by this header, known to nobody else, we see it.
const name = "x-own-request";
const secret = randomBytes(24).toString("base64url");

/** Whether the request is one that Next sends to us while it answers another. */
export function isOwnRequest(headers: IncomingHttpHeaders): boolean {
  return headers[name] === secret;
}

export function markForOwnRequests(headers: IncomingHttpHeaders): void {
  headers[name] = secret;
}
