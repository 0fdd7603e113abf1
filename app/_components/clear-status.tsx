"use client";

import { useEffect } from "react";

const told = ["status", "product", "variant", "quantity"];

/** Removes the status from the URL, so that a reload or a bookmark does not show it again. */
export function ClearStatus() {
  useEffect(() => {
    const address = new URL(window.location.href);
    for (const name of told) address.searchParams.delete(name);
    window.history.replaceState(null, "", address);
  }, []);
  return null;
}
