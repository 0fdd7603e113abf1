"use client";

import { useEffect } from "react";

/** Removes the status from the URL, so that a reload or a bookmark does not show it again. */
export function ClearStatus() {
  useEffect(() => {
    const address = new URL(window.location.href);
    address.searchParams.delete("status");
    window.history.replaceState(null, "", address);
  }, []);
  return null;
}
