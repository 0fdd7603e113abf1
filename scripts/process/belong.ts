// What a shutdown waits for may never come, from a database that hangs. Web and worker end by themselves after ten seconds.
const longestEndMs = 11_000;

/**
 * Ties this process to the launcher: sends it `ready`, and calls `end` once if the launcher asks (SIGTERM, SIGINT) or
 * is gone (its channel closed, after a kill -9). Then exits with 0, or with 1 if `end` fails or takes too long.
 */
export function belongToLauncher(
  title: string,
  end: () => Promise<void>,
  limitMs: number = longestEndMs,
): { ready(): void } {
  let ending = false;
  const finish = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), limitMs);
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, finish);
  if (process.connected) {
    // Without a launcher its command says more: "node web.js". A title may be no longer than that.
    process.title = `guest-checkout ${title}`;
    process.on("disconnect", finish);
  }
  return { ready: () => void process.send?.("ready") };
}
