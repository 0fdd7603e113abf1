import { setTimeout as sleep } from "node:timers/promises";
import { processWide } from "#lib/platform/process-wide.ts";

const going = processWide("afterwards", () => new Set<Promise<void>>());

/** Begins work that no answer waits for, so that its time reveals nothing. It has to handle its errors itself. */
export function afterwards(work: () => Promise<void>): void {
  const done: Promise<void> = work().finally(() => going.delete(done));
  going.add(done);
}

/** Waits until all of it is done, at most `limitMs`: before the process ends. */
export async function everythingDone(limitMs: number): Promise<void> {
  await Promise.race([Promise.allSettled(going), sleep(limitMs, undefined, { ref: false })]);
}
