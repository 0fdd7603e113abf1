import { setTimeout as sleep } from "node:timers/promises";

/** Waits until `look` returns something. @throws if it has not within `ms` */
export async function until<T>(look: () => Promise<T | null | undefined | false>, ms = 15_000): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${ms} ms in vain`);
    await sleep(20);
  }
}
