"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "#lib/platform/i18n/languages.ts";
import type { Messages } from "#lib/platform/i18n/messages.ts";

/**
 * The messages of components that the browser has to render by itself, in the page's language. They are plain text:
 * the library that formats messages would double what a page downloads beside React.
 */
type Words = Pick<Messages["shop"], "crash" | "lost" | "notFound" | "progress">;

const WordsContext = createContext<Words | null>(null);
const LanguageContext = createContext<Language>("en");

type Props = { language: Language; words: Words; children: ReactNode };

/** Provides the language and the words of the client components inside. */
export function WordsProvider({ language, words, children }: Props) {
  return (
    <LanguageContext value={language}>
      <WordsContext value={words}>{children}</WordsContext>
    </LanguageContext>
  );
}

/** The language of the page. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useWords<K extends keyof Words>(part: K): Words[K] {
  const words = useContext(WordsContext);
  if (!words) throw new Error("There is no WordsProvider around this component");
  return words[part];
}
