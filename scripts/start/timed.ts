const worthSayingMs = 100;

/** Runs a part of the start and prints its duration, if noticeable. */
export async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const terminal = process.stdout.isTTY;
  if (terminal) process.stdout.write(`  ${name} …`);
  try {
    return await work();
  } finally {
    const tookMs = performance.now() - startedAt;
    if (terminal) process.stdout.write("\r\x1b[2K");
    if (tookMs >= worthSayingMs)
      console.log(`  ${name.padEnd(16)}${(tookMs / 1000).toFixed(1).padStart(6)} s`);
  }
}
