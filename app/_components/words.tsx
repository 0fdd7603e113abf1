"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Messages } from "#lib/platform/i18n/messages.ts";

/**
 * The messages of components that the browser has to render by itself, in the page's language. They are plain text:
 * the library that formats messages would double what a page downloads beside React.
 */
type Words = Pick<Messages["shop"], "crash" | "lost" | "notFound" | "progress">;

const WordsContext = createContext<Words | null>(null);

/** Provides the words of the client components inside. */
export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords<K extends keyof Words>(part: K): Words[K] {
  const words = useContext(WordsContext);
  if (!words) throw new Error("There is no WordsProvider around this component");
  return words[part];
}
