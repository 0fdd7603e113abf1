import { expect, test } from "vitest";
import { inAscii } from "./in-ascii.ts";

test("regular expressions mean the same in ASCII", () => {
  const bundle = "[/^[〒é]$/, /’/u, /\\u0041/, 'é']";
  const ascii = inAscii(bundle);
  expect(ascii).toBe("[/^[\\u3012\\u00e9]$/, /\\u2019/u, /\\u0041/, '\\u00e9']");
  const [postal, apostrophe, letter, text]: [RegExp, RegExp, RegExp, string] = new Function(
    `return ${ascii}`,
  )();
  expect([postal.test("〒"), postal.test("é"), apostrophe.test("’"), letter.test("A"), text]).toEqual([
    true,
    true,
    true,
    true,
    "é",
  ]);
});
