"use client";

import { useEffect } from "react";
import { Store } from "./store.ts";

/** How many links and forms of the page wait for their answer. */
const waiting = new Store(0);

/** Shows the page's progress bar as long as `isWaiting`. */
export function useProgress(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return;
    waiting.value += 1;
    return () => {
      waiting.value -= 1;
    };
  }, [isWaiting]);
}

/** Whether anything on the page waits for an answer. */
export function useIsWaiting(): boolean {
  return waiting.use() > 0;
}
