"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a bar along the top of the window while the page it leads to is on its way and takes its time. */
export function LinkProgress() {
  const { pending } = useLinkStatus();
  return <span aria-hidden="true" className={pending ? "link-progress" : "hidden"} />;
}
