import { expect } from "vitest";

const mostMs = 250;
const tries = 6;

/** Repeats a slow call and returns a fast answer: a busy machine is slow now and then, an expensive call every time. */
export async function quickly<T>(ask: () => Promise<T>): Promise<T> {
  const times: number[] = [];
  for (;;) {
    const startedAt = performance.now();
    const answer = await ask();
    times.push(performance.now() - startedAt);
    if (Math.min(...times) < mostMs) return answer;
    if (times.length === tries) expect(Math.min(...times)).toBeLessThan(mostMs);
  }
}
