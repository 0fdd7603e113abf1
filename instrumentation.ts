import type { Instrumentation } from "next";

/**
 * Runs once before the first request: a bad configuration stops the boot, and the first shopper finds warm connections.
 * In development, where Next serves the APIs, the web server learns here what they serve.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NODE_ENV === "development") {
    const { mountApis } = await import("#lib/platform/http/index.ts");
    const { shop } = await import("#lib/shop.ts");
    mountApis(shop.apis);
  }
  const { warmUp } = await import("#lib/platform/warm-up.ts");
  await warmUp();
}

/**
 * A page that broke, in the log: Next, told to be quiet, says nothing of it. A route's path holds no token.
 * Our actions log their own failures (failureWords); one that breaks outside of them was sent what is no form.
 */
export const onRequestError: Instrumentation.onRequestError = async (
  err,
  { method },
  { routePath, routeType },
) => {
  const { log } = await import("#lib/platform/log.ts");
  log[routeType === "action" ? "warn" : "error"]({ err, method, routePath, routeType }, "page failed");
};
