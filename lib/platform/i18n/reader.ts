import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/platform/process-wide.ts";
import { acceptedLocales } from "./accepted.ts";
import { isLanguage, type Language, languages } from "./languages.ts";
import { languageOf } from "./locale.ts";

/** The language that somebody chose, kept for a year. */
export const chosenCookie = "language";
/** The language of the order that a link from a mail opened, kept until the browser is closed. */
export const offeredCookie = "order-language";
/** What proxy.ts adds to a request whose address asks for a language. */
export const offeredHeader = "x-offered-language";

/** Whoever reads a page or gets a mail, and how they want it. */
export type Reader = {
  language: Language;
  /** The language, with the country whose way of writing dates and numbers is known: "de-AT". */
  locale: string;
  /** Whether they said so themselves, on this site. */
  chosen: boolean;
};

type Asked = {
  cookie: (name: string) => string | undefined;
  header: (name: string) => string | null | undefined;
};

/** The reader's choice, else the language of the order they came for, else what their browser asks for. */
export function readerOf({ cookie, header }: Asked): Reader {
  const accepted = acceptedLocales(header("accept-language"));
  const chosen = cookie(chosenCookie);
  const wanted = [chosen, header(offeredHeader), cookie(offeredCookie)].find(isLanguage);
  const locale = wanted
    ? (accepted.find((each) => languageOf(each) === wanted) ?? wanted)
    : (accepted[0] ?? languages[0]);
  return { language: languageOf(locale), locale, chosen: isLanguage(chosen) };
}

type HeaderOf = Asked["header"];

// The web server sets it, the pages' bundle reads it too.
const store = processWide("reader", () => new AsyncLocalStorage<HeaderOf>());

/** Runs `handle` for a request with these headers. */
export function withReader<T>(header: HeaderOf, handle: () => T): T {
  return store.run(header, handle);
}

/** Whoever sent the request that is being answered; null outside of one. Pages ask currentReader, which knows new cookies. */
export function readerHere(): Reader | null {
  const header = store.getStore();
  return header ? readerOf({ header, cookie: (name) => cookieIn(header("cookie") ?? "", name) }) : null;
}

function cookieIn(header: string, name: string): string | undefined {
  const pair = header.split(";").find((each) => each.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}
