import { setTimeout as sleep } from "node:timers/promises";
import { type Child, type ChildOptions, startChild } from "./child.ts";

/** A process that is restarted when it ends unexpectedly. */
type Supervised = {
  ready: Promise<void>;
  restart(): Promise<void>;
  stop(graceMs: number): Promise<void>;
};

const longestPauseMs = 5_000;
const settledAfterMs = 10_000;

/**
 * Starts a script and restarts it whenever it ends unexpectedly: immediately the first time, then after growing pauses.
 * If it ends before it was ever ready, `ready` rejects and it is not restarted.
 */
export function supervise(options: ChildOptions): Supervised {
  let wanted = true;
  let child: Child = startChild(options);
  const ready = child.ready;

  const watch = async () => {
    let pauseMs = 0;
    while (wanted) {
      const startedAt = Date.now();
      const how = await child.gone;
      if (!wanted) return;
      if (Date.now() - startedAt > settledAfterMs) pauseMs = 0;
      options.print(`${how}; restarting it${pauseMs ? ` in ${pauseMs / 1000} s` : ""}.`);
      await sleep(pauseMs);
      pauseMs = Math.min(pauseMs * 2 || 500, longestPauseMs);
      if (wanted) child = startChild(options);
    }
  };
  ready.then(watch, () => undefined);

  return {
    ready,
    // The end is unexpected, so the supervision starts a new one.
    restart: () => child.stop(5_000),
    stop: async (graceMs) => {
      wanted = false;
      await child.stop(graceMs);
    },
  };
}
