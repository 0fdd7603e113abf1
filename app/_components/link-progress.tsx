"use client";

import { useLinkStatus } from "next/link";
import { useProgress } from "./progress/waiting.ts";

/** Inside a link: shows the page's progress bar while the link's page loads. */
export function LinkProgress() {
  useProgress(useLinkStatus().pending);
  return null;
}
