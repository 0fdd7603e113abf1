import type { Instrumentation } from "next";

/**
 * Runs once before the first request: stops on an invalid configuration, and warms up connections. In development,
 * where Next serves the APIs, it also tells the web server which APIs there are.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NODE_ENV === "development") {
    const { mountApis } = await import("#lib/platform/http/index.ts");
    const { shop } = await import("#lib/shop.ts");
    mountApis(await shop.apis());
  }
  const { warmUp } = await import("#lib/platform/database/warm-up.ts");
  await warmUp();
}

/**
 * Logs a page that failed, because Next runs in quiet mode. A route's path contains no token. Actions log their own
 * failures (failureWords); one that fails outside of them got a malformed form.
 */
export const onRequestError: Instrumentation.onRequestError = async (
  err,
  { method },
  { routePath, routeType },
) => {
  // Next compiles this file for its edge runtime too, which has no process to log from.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("#lib/platform/log/log.ts");
  const { noteFailure } = await import("#lib/platform/http/reached.ts");
  noteFailure(err);
  log[routeType === "action" ? "warn" : "error"]({ err, method, routePath, routeType }, "page failed");
};
