import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

// After a form redirects, Next fetches the next page from this server, with the headers of the original request. It
// comes from 127.0.0.1 on behalf of the client. This header, with a secret value, identifies such requests.
const name = "x-own-request";
const secret = randomBytes(24).toString("base64url");

/** Whether Next sent this request while answering another. */
export function isOwnRequest(headers: IncomingHttpHeaders): boolean {
  return headers[name] === secret;
}

export function markForOwnRequests(headers: IncomingHttpHeaders): void {
  headers[name] = secret;
}
