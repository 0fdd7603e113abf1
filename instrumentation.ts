/**
 * Runs once before the first request: a bad configuration stops the boot, and the first shopper finds warm connections.
 * In development, where Next serves the APIs, the web server learns here what they serve.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NODE_ENV === "development") {
    const { mountApis } = await import("#lib/http/index.ts");
    const { apis } = await import("#lib/apis.ts");
    mountApis(apis);
  }
  const { warmUp } = await import("#lib/warm-up.ts");
  await warmUp();
}
