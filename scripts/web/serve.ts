import type { IncomingMessage, ServerResponse } from "node:http";
import { NodeRequest } from "srvx/node";

/** The handler of a route. */
export type Serve = (request: Request) => Response | Promise<Response>;

/** Answers `request` with `handle`. Errors are thrown before any of the answer is sent. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Serve,
): Promise<void> {
  // The raw header list still has the headers that the web server removed.
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value = []]) =>
    [value].flat().flatMap((each) => [name, each]),
  );
  const answer = await handle(new NodeRequest({ req: request, res: response }));
  const body = Buffer.from(await answer.arrayBuffer());
  response.statusCode = answer.status;
  response.setHeaders(answer.headers);
  response.end(body);
}
