import type { Server } from "node:http";

/**
 * Limits how long a deliberately slow client can hold a connection: with the headers or the body of a request, or by not
 * reading its answer. `scale` shortens all times, for tests.
 */
export function limitConnections(server: Server, scale = 1): void {
  server.headersTimeout = 15_000 * scale;
  server.requestTimeout = 60_000 * scale;
  // Longer than the 60 s after which common load balancers drop an idle connection, so that we never close one that
  // they are about to use.
  server.keepAliveTimeout = 65_000 * scale;
  // Neither side has sent anything for so long. No answer of ours takes half of it.
  server.timeout = 120_000 * scale;
}
