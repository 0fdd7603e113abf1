import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

const ownNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Lets only programs and pages of this server itself use it: a page of any other site that is open in the developer's
 * browser could read it otherwise, under its own address, or under a name that it points here.
 */
export function ownPagesOnly(server: Server): void {
  guard(server, "request", (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(403, { "content-type": "text/plain" });
    response.end("Only pages of this server may use it. Open it under localhost or 127.0.0.1.\n");
  });
  guard(server, "upgrade", (_request: IncomingMessage, socket: Duplex) => void socket.destroy());
}

/** Puts a check in front of what listens already. */
function guard<A extends unknown[]>(
  server: Server,
  event: string,
  refuse: (request: IncomingMessage, ...rest: A) => void,
): void {
  const listeners = server.listeners(event);
  server.removeAllListeners(event);
  server.on(event, (request: IncomingMessage, ...rest: A) => {
    if (!isOwn(request)) return refuse(request, ...rest);
    for (const listener of listeners) listener.call(server, request, ...rest);
  });
}

function isOwn({ headers: { host = "", origin } }: IncomingMessage): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const here = new URL(`http://${host}`);
  return ownNames.has(here.hostname) && (origin === undefined || origin === here.origin);
}
