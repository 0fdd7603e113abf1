import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { messageShape, pluralsOf } from "#test/support/message-shape.ts";
import { languages } from "./languages.ts";

const folder = join(import.meta.dirname, "messages");
const [first, ...others] = languages;

/** Every message of a language by its path: "shop.json cart.title". */
function textsIn(language: string): Map<string, string> {
  const files = readdirSync(join(folder, language)).sort();
  return new Map(
    files.flatMap((file) => leaves(JSON.parse(readFileSync(join(folder, language, file), "utf8")), file)),
  );
}

function leaves(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) =>
    leaves(part, path.endsWith(".json") ? `${path} ${key}` : `${path}.${key}`),
  );
}

const reference = textsIn(first);

test("every folder of messages is a language of the shop", () => {
  expect(readdirSync(folder).sort()).toEqual([...languages].sort());
});

describe.each(others)("%s", (language) => {
  const texts = textsIn(language);

  test("has every message, and no other", () => {
    const missing = [...reference.keys()].filter((key) => !texts.has(key));
    const tooMany = [...texts.keys()].filter((key) => !reference.has(key));
    expect({ missing, tooMany }).toEqual({ missing: [], tooMany: [] });
  });

  test("takes the same values and choices as English", () => {
    const differing = [...reference].flatMap(([key, text]) => {
      const [wanted, found] = [messageShape(text), messageShape(texts.get(key) ?? "")];
      return wanted.join() === found.join() ? [] : [{ key, wanted, found }];
    });
    expect(differing).toEqual([]);
  });

  test("leaves no message empty", () => {
    expect([...texts].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});

describe.each(languages)("%s", (language) => {
  test("has every plural form of its grammar", () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking = [...textsIn(language)].flatMap(([key, text]) =>
      pluralsOf(text).flatMap((known) => {
        const missing = forms.filter((form) => !known.includes(form));
        return missing.length > 0 ? [{ key, missing }] : [];
      }),
    );
    expect(lacking).toEqual([]);
  });

  test("has plain text where the browser picks the message itself", () => {
    const texts = [...textsIn(language)].filter(([key]) =>
      /^shop\.json (crash|lost|notFound|progress)\./.test(key),
    );
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter(([, text]) => messageShape(text).length > 0)).toEqual([]);
  });

  test("has no place in a short word where a line could break", () => {
    // "E-" at the end of a line, "Mail" on the next: it is written with a non-breaking hyphen.
    expect([...textsIn(language)].filter(([, text]) => text.includes("E-Mail"))).toEqual([]);
  });

  test("leaves numbers to the reader's digits: they are values, apart from examples of codes and numbers", () => {
    const outsideOf = (text: string) =>
      text.replace(/\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}/g, "");
    const examples = /SC-\w{8}|\+\d[\d ]+/g;
    expect(
      [...textsIn(language)].filter(([, text]) => /\d/.test(outsideOf(text).replace(examples, ""))),
    ).toEqual([]);
  });

  test("has typographic quotes and apostrophes: a straight apostrophe is ICU syntax", () => {
    expect([...textsIn(language)].filter(([, text]) => /['"]/.test(text))).toEqual([]);
  });
});

test("no page or mail contains text that is not in the messages", () => {
  const named = /\b(?:aria-label|alt|title|placeholder|label|legend|hint)="[^"]*\p{L}[^"]*"/u;
  const root = join(import.meta.dirname, "../../..");
  const found = ["app", "emails"].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => join(room, file))
      .filter((file) => named.test(readFileSync(join(root, file), "utf8"))),
  );
  expect(found).toEqual([]);
});
