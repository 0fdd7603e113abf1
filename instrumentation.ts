/**
 * Runs once before the first request: a bad configuration stops the boot, the web server learns what is served, and
 * the first shopper finds warm connections.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { warmUp } = await import("#lib/warm-up.ts");
  const { mountApis } = await import("#lib/http/index.ts");
  const { apis } = await import("#lib/apis.ts");
  mountApis(apis);
  await warmUp();
}
