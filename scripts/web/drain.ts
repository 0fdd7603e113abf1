import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { shutdown } from "#lib/platform/shutdown.ts";

/**
 * Shuts a server down gracefully: no new connections, answers in progress get `limitMs`, idle connections close
 * immediately.
 */
export async function drain(server: Server, limitMs: number): Promise<void> {
  shutdown.hasBegun = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Otherwise a keep-alive connection could send another request.
  server.prependListener("request", (_request, response) => response.setHeader("Connection", "close"));
  const closing = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  await Promise.race([closed, sleep(limitMs, undefined, { ref: false })]);
  clearInterval(closing);
  server.closeAllConnections();
}
