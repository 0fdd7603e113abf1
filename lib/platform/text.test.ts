import { expect, test } from "vitest";
import { line, text } from "./text.ts";

test.each([
  ["zero-width joiners", "\u200C\u200D"],
  ["Hangul fillers", "\u3164\u115F \uFFA0"],
  ["variation selectors", "\uFE0F"],
  ["empty Braille cells", "\u2800\u3000\u2800"],
])("%s alone are no text", (_, blank) => {
  expect([line(9).safeParse(blank).success, text(9).safeParse(blank).success]).toEqual([false, false]);
  expect([line(9, 0).parse(blank), text(9, 0).parse(blank)]).toEqual(["", ""]);
});

test("joiners stay inside a name", () => {
  const names = ["\u0646\u06CC\u200C\u06A9\u0627", "Ada \u{1F469}\u200D\u{1F680}"];
  expect(names.map((name) => line(20).parse(name))).toEqual(names);
});
