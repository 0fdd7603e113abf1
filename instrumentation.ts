/** Runs once before the first request: a bad configuration stops the boot, and the first shopper finds warm connections. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { warmUp } = await import("#lib/warm-up.ts");
  await warmUp();
}
