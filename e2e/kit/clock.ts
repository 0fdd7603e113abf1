import type { Page } from "@playwright/test";

/** The browser's clock. The shop's own clock keeps running. */
export type Clock = {
  /** Takes control of the clock of this page and the following ones, which continues from now. */
  hold(): Promise<void>;
  /** Moves the clock forward and fires its timers. */
  pass(time: { seconds?: number; minutes?: number; hours?: number }): Promise<void>;
};

export function clockOf(page: Page): Clock {
  return {
    hold: () => page.clock.install(),
    pass: ({ seconds = 0, minutes = 0, hours = 0 }) =>
      page.clock.fastForward(((hours * 60 + minutes) * 60 + seconds) * 1000),
  };
}
