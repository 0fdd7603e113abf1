"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { useProgress } from "./waiting.ts";

/** Shows the page of a followed `Link` in place, with the progress bar meanwhile, instead of loading a document. */
export function useLinks(): void {
  const { push } = useRouter();
  const [isWaiting, startTransition] = useTransition();
  useProgress(isWaiting);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = followedLink(event);
      if (link?.dataset.link === undefined || event.defaultPrevented) return;
      event.preventDefault();
      startTransition(() => push(link.pathname + link.search + link.hash));
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [push]);
}

/** The link that a click follows in this window; null for a click that opens another one, or is none on a link. */
export function followedLink(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || isElsewhere || link.target || link.hasAttribute("download")) return null;
  return link.origin === location.origin ? link : null;
}
