/**
 * The moments of a payment at which a process is killed. Between any two of them one step is done. `before` a call: it
 * has not arrived yet; `after`: its answer has not.
 */
export const moments = [
  "asked to pay",
  "before start",
  "after start",
  "led to the page",
  "paid",
  "before webhook",
  "after webhook",
  "before look",
  "after look",
  "ordered",
  "shipped",
  "before capture",
  "after capture",
  "cancelled",
  "refund asked",
  "before refund",
  "after refund",
  "before close",
  "after close",
  "before release",
  "after release",
] as const;
export type Moment = (typeof moments)[number];

type Plan = {
  /** Null: only `latestMs` counts. */
  moment: Moment | null;
  /** How long after that moment. */
  delayMs: number;
  /** If the moment has not been reached by then, it happens anyway. */
  latestMs: number;
};

export type KillSwitch = {
  /** Runs `kill` once, as planned. Resolves, when it has run, to a description of when that was. */
  plan(plan: Plan, kill: () => Promise<void>): Promise<string>;
  /** Reports that a moment is reached. True if something was killed for it before this resolved. */
  reached(moment: Moment): Promise<boolean>;
};

export function newKillSwitch(): KillSwitch {
  let planned: { moment: Moment | null; delayMs: number; run(when: string): Promise<void> } | null = null;
  return {
    plan({ moment, delayMs, latestMs }, kill) {
      return new Promise((resolve, reject) => {
        const run = async (when: string) => {
          planned = null;
          clearTimeout(latest);
          try {
            await kill();
            resolve(when);
          } catch (error) {
            reject(error);
          }
        };
        const latest = setTimeout(() => void run(`after ${latestMs} ms`), latestMs);
        planned = { moment, delayMs, run };
      });
    },
    async reached(moment) {
      if (planned?.moment !== moment) return false;
      const { run, delayMs } = planned;
      planned.moment = null;
      if (delayMs === 0) {
        await run(moment);
        return true;
      }
      setTimeout(() => void run(`${moment} + ${delayMs} ms`), delayMs);
      return false;
    },
  };
}
