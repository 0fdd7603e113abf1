import { IncomingMessage } from "node:http";

/** A copy of the request, with the body that was read from it. Its headers can be others. */
export function copyOf(
  request: IncomingMessage,
  body: Buffer | null,
  headers?: Record<string, string>,
): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, {
    method,
    url,
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
