import { IncomingMessage } from "node:http";

type Changes = { url?: string; headers?: Record<string, string>; body?: Buffer };

/** A copy of the request with other values, such as the body that was read from it. Without one it has no body. */
export function copyOf(request: IncomingMessage, { url, headers, body }: Changes): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, {
    method,
    url: url ?? request.url,
    headers: headers ?? request.headers,
    rawHeaders: headers ? Object.entries(headers).flat() : request.rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  });
  if (body) again.push(body);
  again.push(null);
  return again;
}
