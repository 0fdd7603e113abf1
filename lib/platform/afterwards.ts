import { setTimeout as sleep } from "node:timers/promises";
import { processWide } from "#lib/platform/process-wide.ts";

const going = processWide("afterwards", () => new Set<Promise<void>>());

/** Begins work that no answer waits for, so that its time reveals nothing. It has to handle its errors itself. */
export function afterwards(work: () => Promise<void>): void {
  const done: Promise<void> = work().finally(() => going.delete(done));
  going.add(done);
}

const delayed = processWide("delayed", () => new Set<NodeJS.Timeout>());

/** The same in `delayMs`, if the process still runs then. */
export function later(work: () => Promise<void>, delayMs: number): void {
  const timer = setTimeout(() => {
    delayed.delete(timer);
    afterwards(work);
  }, delayMs).unref();
  delayed.add(timer);
}

/** Gives up everything that would begin later. */
export function giveUpDelayed(): void {
  for (const timer of delayed) clearTimeout(timer);
  delayed.clear();
}

/** Waits until all of it is done, at most `limitMs`: before the process ends. */
export async function everythingDone(limitMs: number): Promise<void> {
  await Promise.race([Promise.allSettled(going), sleep(limitMs, undefined, { ref: false })]);
}
