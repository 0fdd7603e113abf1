"use client";

import { useEffect } from "react";

/** Runs `act` after the page has loaded. Not awaited; if it fails, the next page retries. */
export function OnArrival({ act }: { act: () => Promise<void> }) {
  useEffect(() => {
    act().catch(() => {});
  }, [act]);
  return null;
}
