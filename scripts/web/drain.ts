import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { shutdown } from "#lib/platform/shutdown.ts";

/**
 * Shuts a server down gracefully: answers in progress get `limitMs` in all. While it has connections it still accepts
 * requests for `noticeMs`, and each answer ends its connection: a balancer that has not noticed yet, or sends a request
 * at this moment, would otherwise lose it. Then it takes no new connections, and closes idle ones immediately.
 */
export async function drain(server: Server, limitMs: number, noticeMs = 1_000): Promise<void> {
  shutdown.hasBegun = true;
  server.prependListener("request", (_request, response) => response.setHeader("Connection", "close"));
  const limit = sleep(limitMs, undefined, { ref: false });
  const noticed = performance.now() + Math.min(noticeMs, limitMs);
  while (performance.now() < noticed && (await connectionsOf(server)) > 0) await sleep(20);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const closing = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  await Promise.race([closed, limit]);
  clearInterval(closing);
  server.closeAllConnections();
}

function connectionsOf(server: Server): Promise<number> {
  return promisify(server.getConnections.bind(server))();
}
