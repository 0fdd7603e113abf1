"use client";

import { useEffect } from "react";

/** Does `act` once the page is there. Nobody waits for it, and should it fail the next page tries again. */
export function OnArrival({ act }: { act: () => Promise<void> }) {
  useEffect(() => {
    act().catch(() => {});
  }, [act]);
  return null;
}
