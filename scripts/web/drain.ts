import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const draining = Symbol.for("guest-checkout.draining");
const shared = globalThis as { [draining]?: boolean };

/**
 * Lets a server finish: no new connections, answers that are under way get `limitMs`, idle connections close at once.
 * Meanwhile the global symbol `guest-checkout.draining` is true, which /readyz reports.
 */
export async function drain(server: Server, limitMs: number): Promise<void> {
  shared[draining] = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection would otherwise get its next request in.
  server.prependListener("request", (_request, response) => response.setHeader("Connection", "close"));
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  await Promise.race([closed, sleep(limitMs, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
}
