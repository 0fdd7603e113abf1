"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a progress bar at the top of the window while its page loads slowly. */
export function LinkProgress() {
  const { pending } = useLinkStatus();
  return <span aria-hidden="true" className={pending ? "link-progress" : "hidden"} />;
}
