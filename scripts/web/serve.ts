import type { IncomingMessage, ServerResponse } from "node:http";
import { NodeRequest } from "srvx/node";
import type { ReadyAnswer } from "#lib/platform/http/index.ts";

/** The handler of a route. */
export type Serve = (request: Request) => ReadyAnswer | Response | Promise<ReadyAnswer | Response>;

/** Answers `request` with `handle`. Errors are thrown before any of the answer is sent. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Serve,
): Promise<void> {
  request.rawHeaders = rawHeadersOf(request);
  const answer = await handle(new NodeRequest({ req: request, res: response }));
  if (answer instanceof Response) return sendResponse(response, answer);
  const { status, headers, body } = answer;
  if (body === null) {
    response.writeHead(status, headers).end();
    return;
  }
  // Node sends headers and a string in one piece.
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

/** The raw header list still has the headers that the web server removed. */
function rawHeadersOf({ headers }: IncomingMessage): string[] {
  const raw: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    for (const each of [value ?? []].flat()) raw.push(name, each);
  }
  return raw;
}

async function sendResponse(response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  response.statusCode = answer.status;
  response.setHeaders(answer.headers);
  response.end(body);
}
