"use client";

import { useEffect, useState } from "react";
import { useWords } from "../words.tsx";
import { useHasStayed } from "./offline.ts";
import { useIsWaiting } from "./waiting.ts";

/** Shorter waits are not read out. */
const patienceMs = 1000;

/**
 * A bar at the top of the window while the answer to a link or a form is on its way, and the same for screen readers;
 * or a notice that there is no connection.
 */
export function Progress() {
  const words = useWords("progress");
  const isWaiting = useIsWaiting();
  const hasStayed = useHasStayed();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setIsLong(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isWaiting]);
  return (
    <>
      <p role="status" className={hasStayed ? "offline" : "sr-only"}>
        {hasStayed ? words.offline : isLong && words.announcement}
      </p>
      {isWaiting && <div aria-hidden="true" className="progress no-print" />}
    </>
  );
}
