"use client";

import { useEffect } from "react";

/** Takes what has been said out of the address, so that a reload or a bookmark does not say it again. */
export function ForgetStatus() {
  useEffect(() => {
    window.history.replaceState(null, "", window.location.pathname);
  }, []);
  return null;
}
