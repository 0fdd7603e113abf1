import type { Page } from "@playwright/test";

/** The browser's clock. The shop's goes its own way, the same for everybody. */
export type Clock = {
  /** Takes the clock of the page that is open, and of those after it, into the test's hands; it goes on from now. */
  hold(): Promise<void>;
  /** Lets time pass at once, with all that waits for it. */
  pass(time: { seconds?: number; minutes?: number; hours?: number }): Promise<void>;
};

export function clockOf(page: Page): Clock {
  return {
    hold: () => page.clock.install(),
    pass: ({ seconds = 0, minutes = 0, hours = 0 }) =>
      page.clock.fastForward(((hours * 60 + minutes) * 60 + seconds) * 1000),
  };
}
