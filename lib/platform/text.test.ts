import { expect, test } from "vitest";
import { quickly } from "#test/support/quickly.ts";
import { instant, line, text } from "./text.ts";

test.each([
  ["zero-width joiners", "\u200C\u200D"],
  ["Hangul fillers", "\u3164\u115F \uFFA0"],
  ["variation selectors", "\uFE0F"],
  ["empty Braille cells", "\u2800\u3000\u2800"],
])("%s alone do not count as text", (_, blank) => {
  expect([line(9).safeParse(blank).success, text(9).safeParse(blank).success]).toEqual([false, false]);
  expect([line(9, 0).parse(blank), text(9, 0).parse(blank)]).toEqual(["", ""]);
});

test("joiners stay inside a name", () => {
  const names = ["\u0646\u06CC\u200C\u06A9\u0627", "Ada \u{1F469}\u200D\u{1F680}"];
  expect(names.map((name) => line(20).parse(name))).toEqual(names);
});

test.each([
  ["2026-11-29T18:28:46.123+00:00", "2026-11-29T18:28:46.123Z"],
  ["2026-11-29T18:28:46.12+00:00", "2026-11-29T18:28:46.120Z"],
  ["2026-11-29T18:28:46+00:00", "2026-11-29T18:28:46.000Z"],
  ["2026-11-29T18:28:46.123456+00:00", "2026-11-29T18:28:46.123Z"],
  ["2026-11-29T18:28:46.123+02:00", "2026-11-29T16:28:46.123Z"],
])("%s in PostgreSQL's JSON is %s", (written, utc) => expect(instant.parse(written)).toBe(utc));

test("accents become one with their letter, however many there are, and no text takes long", async () => {
  expect(line(1).parse("\u03B1\u0313\u0300\u0345")).toBe("\u1F82");
  expect(text(1).parse("\u1112\u1161\u11AB")).toBe("\uD55C");
  const accents = `a${"\u0301\u0323".repeat(150_000)}`;
  for (const schema of [line(100), text(2_000)])
    expect((await quickly(() => schema.safeParse(accents))).success).toBe(false);
});
