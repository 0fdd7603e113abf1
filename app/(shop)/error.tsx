"use client";

import { Crash } from "../_components/crash.tsx";

/** The error page inside the shop's frame. */
export default function ErrorInShop({ retry }: { error: Error; retry: () => void }) {
  return <Crash retry={retry} />;
}
