import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "#test/support/any-text.ts";
import { cleanText, headerText } from "./clean-text.ts";

describe("cleanText", () => {
  test("keeps every script, accents and joined emoji", () => {
    for (const name of [
      "Zoë O’Brien-Ångström",
      "محمد بن علي",
      "می‌خواهم",
      "王小明",
      "Σοφία",
      "👩‍🌾 Ada",
      "Ἀθηνᾶ",
    ]) {
      expect(cleanText(name)).toBe(name);
    }
  });

  test("joins lines and drops invisible characters", () => {
    expect(cleanText(" a\r\n\tb\u0000c\u2028d\u00A0 e ")).toBe("a b c d e");
    expect(cleanText("\u202Ea\u202C\u2066b\u2069\u200Bc\uFEFF")).toBe("abc");
    expect(cleanText("\ud800x")).toBe("\ufffdx");
  });

  test("leaves nothing that affects the surrounding text, and is idempotent", () => {
    fc.assert(
      fc.property(anyText(), (given) => {
        const clean = cleanText(given);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u);
        expect(cleanText(clean)).toBe(clean);
        expect(headerText(given)).not.toContain("=?");
      }),
    );
  });
});
