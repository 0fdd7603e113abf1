import { expect } from "vitest";

const most = { cpuMs: 250, wallMs: 10_000 };
const tries = 6;

/**
 * Repeats an expensive call and returns its answer once it was cheap. What counts is the processor time of this
 * process, because the clock measures how busy the machine is. The clock only catches calls that hang.
 */
export async function quickly<T>(ask: () => T | Promise<T>): Promise<T> {
  const cpuMs: number[] = [];
  for (;;) {
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    const answer = await ask();
    const { user, system } = process.cpuUsage(cpu);
    expect(performance.now() - startedAt).toBeLessThan(most.wallMs);
    cpuMs.push((user + system) / 1000);
    if (Math.min(...cpuMs) < most.cpuMs) return answer;
    if (cpuMs.length === tries) expect(Math.min(...cpuMs)).toBeLessThan(most.cpuMs);
  }
}
