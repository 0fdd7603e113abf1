import { describe, expect, test } from "vitest";
import { quickly } from "#test/support/quickly.ts";
import { acceptedLocales } from "./accepted.ts";
import { directionOf } from "./languages.ts";
import { formatOf, languageOf, namedLanguage, regionOf } from "./locale.ts";
import { readerHere, readerOf, withReader } from "./reader.ts";

describe("the languages that a browser asks for", () => {
  test.each<[string, string[]]>([
    ["en-GB,en;q=0.9", ["en-GB", "en"]],
    ["tlh-CH, tlh;q=0.9, en;q=0.8", ["en"]],
    ["tlh-CH, tlh;q=0.9", ["en-CH"]],
    ["en;q=0.2, en-IE;q=0.7", ["en-IE", "en"]],
    ["en;q=0", []],
    ["EN-us", ["en-US"]],
    ["*", []],
    ["", []],
    ["<script>;;;q=,,,", []],
    ["en_US", []],
  ])("%s", (header, locales) => {
    expect(acceptedLocales(header)).toEqual(locales);
  });

  test("a very long header costs no more than a short one", async () => {
    await quickly(() => acceptedLocales(`${"a-".repeat(500_000)},${"fr,".repeat(500_000)}en`));
  });
});

describe("a locale from outside", () => {
  test.each<[string | null, string, string]>([
    ["en-GB", "en", "en-GB"],
    ["tlh-CH", "en", "en-CH"],
    ["tlh-Latn-TW", "en", "en-TW"],
    ["en-419", "en", "en"],
    ["en-a", "en", "en"],
    ["e", "en", "en"],
    [null, "en", "en"],
    [`en-${"a".repeat(9_000)}`, "en", "en"],
  ])("%s", (locale, language, format) => {
    expect(languageOf(locale)).toBe(language);
    expect(formatOf(locale)).toBe(format);
  });

  test("names a language only if the shop supports it", () => {
    expect([namedLanguage("tlh-CH"), namedLanguage("en-CH")]).toEqual([null, "en"]);
    expect(regionOf("tlh-CH")).toBe("CH");
  });
});

describe("the reader", () => {
  const asking = (cookies: Record<string, string>, headers: Record<string, string> = {}) =>
    readerOf({ cookie: (name) => cookies[name], header: (name) => headers[name] });

  test("a chosen language counts only if the shop supports it", () => {
    expect(asking({ language: "en" })).toEqual({ language: "en", locale: "en", chosen: true });
    for (const language of ["xx", "EN", "", "en\r\nset-cookie: a=b", "../en"]) {
      expect(asking({ language }, { "accept-language": "en-IE" })).toEqual({
        language: "en",
        locale: "en-IE",
        chosen: false,
      });
    }
  });

  test("the country is the browser's, if it names one for the language", () => {
    expect(asking({ language: "en" }, { "accept-language": "tlh-CH, en-NZ;q=0.5" }).locale).toBe("en-NZ");
  });

  test("is known inside a request and nowhere else", () => {
    const sent: Record<string, string> = { cookie: "a=b; language=en; c=d", "accept-language": "en-ZA" };
    expect(
      withReader(
        (name) => sent[name],
        () => readerHere(),
      ),
    ).toEqual({
      language: "en",
      locale: "en-ZA",
      chosen: true,
    });
    expect(readerHere()).toBeNull();
  });
});

test("English is written from left to right", () => {
  expect(directionOf("en")).toBe("ltr");
});
