"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "#lib/platform/i18n/languages.ts";
import type { Messages } from "#lib/platform/i18n/messages.ts";

/**
 * The messages of components that the browser has to render by itself, in the page's language. They are plain text:
 * the library that formats messages would double what a page downloads beside React.
 */
type Words = Pick<Messages["shop"], "crash" | "lost" | "notFound" | "progress">;

type Speech = { language: Language; words: Words };

const SpeechContext = createContext<Speech | null>(null);

/** Provides the language and the words of the client components inside. */
export function WordsProvider({ language, words, children }: Speech & { children: ReactNode }) {
  return <SpeechContext value={{ language, words }}>{children}</SpeechContext>;
}

/** The language of the page. */
export function useLanguage(): Language {
  return useSpeech().language;
}

export function useWords<K extends keyof Words>(part: K): Words[K] {
  return useSpeech().words[part];
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("There is no WordsProvider around this component");
  return speech;
}
