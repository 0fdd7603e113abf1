/**
 * The moments of a payment at which a process can die: between any two of them it does one step. `before` and `after`
 * are those of a call: it has not arrived yet, or its answer has not.
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

export type Trap = {
  /** Runs `spring` once, `delayMs` after the moment is reached, or latest after `patienceMs`. */
  arm(
    moment: Moment | null,
    delayMs: number,
    patienceMs: number,
    spring: () => Promise<void>,
  ): Promise<string>;
  /** Tells that a moment is reached. True if somebody was killed for it, before this resolves. */
  reach(moment: Moment): Promise<boolean>;
};

export function newTrap(): Trap {
  let armed: { moment: Moment | null; fire(how: string): Promise<void>; delayMs: number } | null = null;
  return {
    arm(moment, delayMs, patienceMs, spring) {
      return new Promise((resolve, reject) => {
        const fire = async (how: string) => {
          armed = null;
          clearTimeout(patience);
          try {
            await spring();
            resolve(how);
          } catch (error) {
            reject(error);
          }
        };
        const patience = setTimeout(() => void fire(`after ${patienceMs} ms`), patienceMs);
        armed = { moment, fire, delayMs };
      });
    },
    async reach(moment) {
      if (armed?.moment !== moment) return false;
      const { fire, delayMs } = armed;
      armed.moment = null;
      if (delayMs === 0) {
        await fire(moment);
        return true;
      }
      setTimeout(() => void fire(`${moment} + ${delayMs} ms`), delayMs);
      return false;
    },
  };
}
