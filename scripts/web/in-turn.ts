import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Handles the requests of a connection in turn: the next one once the answer before it has been sent. Node hands over
 * all that have arrived at once, so that a single packet of pipelined requests could occupy every database connection,
 * and their answers the memory. Requests of a connection that has closed are dropped.
 */
export function inTurn(handle: Handle): Handle {
  const latest = new WeakMap<Socket, ServerResponse>();
  return (request, response) => {
    const { socket } = request;
    const before = latest.get(socket);
    latest.set(socket, response);
    if (!before || before.closed) return handle(request, response);
    before.once("close", () => {
      if (!socket.destroyed) handle(request, response);
    });
  };
}
