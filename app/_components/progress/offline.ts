"use client";

import { useEffect } from "react";
import { isFollowed } from "./is-followed.ts";
import { Store } from "./store.ts";

/** Whether the page has stayed because the browser is offline. */
const hasStayed = new Store(false);

type Leaving = Pick<Event, "preventDefault" | "stopPropagation">;

/**
 * Stays on the page if the browser is offline and would replace it with its own error page. The second press is let
 * through, because browsers can be wrong. Returns whether the page stays.
 */
export function stayIfOffline(leaving: Leaving): boolean {
  if (navigator.onLine || hasStayed.value) return false;
  leaving.preventDefault();
  leaving.stopPropagation();
  hasStayed.value = true;
  return true;
}

/** Whether to tell the shopper that the page has stayed. Watches the links of the page and the connection. */
export function useHasStayed(): boolean {
  useEffect(() => {
    const follow = (event: MouseEvent) => isFollowed(event) && stayIfOffline(event);
    const forget = () => {
      hasStayed.value = false;
    };
    // Before the link's own handler.
    document.addEventListener("click", follow, true);
    addEventListener("online", forget);
    return () => {
      document.removeEventListener("click", follow, true);
      removeEventListener("online", forget);
    };
  }, []);
  return hasStayed.use();
}
