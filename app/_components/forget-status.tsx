"use client";

import { useEffect } from "react";

/** Takes what has been said out of the address, so that a reload or a bookmark does not say it again. */
export function ForgetStatus() {
  useEffect(() => {
    const address = new URL(window.location.href);
    address.searchParams.delete("status");
    window.history.replaceState(null, "", address);
  }, []);
  return null;
}
