import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/platform/process-wide.ts";

// Written by the pages' bundle, read by the web server.
const store = processWide("pure", () => new AsyncLocalStorage<{ isPure: boolean }>());

/**
 * Runs `run`. `isPure` tells whether its result so far would be the same at any time: it has performed no verb and read
 * no clock.
 */
export function watchPurity<T>(run: (isPure: () => boolean) => T): T {
  const watched = { isPure: true };
  return store.run(watched, () => run(() => watched.isPure));
}

/** Records that what is running depends on the moment. */
export function noteImpure(): void {
  const watched = store.getStore();
  if (watched) watched.isPure = false;
}
