import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/platform/process-wide.ts";
import { acceptedLocales } from "./accepted.ts";
import { isLanguage, type Language, languages } from "./languages.ts";
import { languageOf } from "./locale.ts";

/** Holds the language that the reader chose, for a year. */
export const chosenCookie = "language";
/** Holds the language of the order that a mailed link opened, until the browser is closed. */
export const offeredCookie = "order-language";
/** Added by preparePage if the request's URL asks for a language. */
export const offeredHeader = "x-offered-language";

/** The language settings of somebody who reads a page or a mail. */
export type Reader = {
  language: Language;
  /** The language, with the country if it is known, for dates and numbers: "de-AT". */
  locale: string;
  /** Whether they chose it on this site. */
  chosen: boolean;
};

type Asked = {
  cookie: (name: string) => string | undefined;
  header: (name: string) => string | null | undefined;
};

/** The reader's choice, otherwise the language of the order that they opened, otherwise the browser's. */
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

// Set by the web server, read in the pages' bundle too.
const store = processWide("reader", () => new AsyncLocalStorage<HeaderOf>());

/** Runs `handle` for a request with these headers. */
export function withReader<T>(header: HeaderOf, handle: () => T): T {
  return store.run(header, handle);
}

/** The reader of the current request; null outside a request. Pages use currentReader, which sees new cookies. */
export function readerHere(): Reader | null {
  const header = store.getStore();
  return header ? readerOf({ header, cookie: (name) => cookieIn(header("cookie") ?? "", name) }) : null;
}

/** The value of a cookie, by the header of a request. */
export function cookieIn(header: string, name: string): string | undefined {
  const pair = header.split(";").find((each) => each.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}
