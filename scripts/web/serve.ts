import type { IncomingMessage, ServerResponse } from "node:http";
import { NodeRequest } from "srvx/node";

/** What answers an address: a route's handler. */
export type Serve = (request: Request) => Response | Promise<Response>;

/** Answers `request` by `handle`. What cannot be answered is thrown before anything of an answer has left. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Serve,
): Promise<void> {
  // The list of headers as they came still has the claims that the web server took away.
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value = []]) =>
    [value].flat().flatMap((each) => [name, each]),
  );
  const answer = await handle(new NodeRequest({ req: request, res: response }));
  const body = Buffer.from(await answer.arrayBuffer());
  response.statusCode = answer.status;
  response.setHeaders(answer.headers);
  response.end(body);
}
