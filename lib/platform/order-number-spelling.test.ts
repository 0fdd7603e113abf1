import fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "#test/support/property.ts";
import { normalizeOrderNumber } from "./order-number-spelling.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("a number is read in every way that people write it", () => {
  const separator = fc.constantFrom("", " ", "-", "\u2013", "\u00a0", " - ", "#", ".", "\u201c", "\u200b");
  const lookalikes: Record<string, string[]> = { "0": ["0", "O", "o"], "1": ["1", "I", "i", "L", "l"] };
  holds(
    fc.property(
      fc.string({ unit: fc.constantFrom(...alphabet), minLength: 8, maxLength: 8 }),
      fc.boolean(),
      fc.array(fc.tuple(separator, fc.boolean(), fc.nat()), { minLength: 10, maxLength: 10 }),
      (digits, withPrefix, manner) => {
        const characters = [...(withPrefix ? `SC${digits}` : digits)];
        const typed = characters.map((character, index) => {
          const [before, small, pick] = manner[index] ?? ["", false, 0];
          const readings = lookalikes[character] ?? [small ? character.toLowerCase() : character];
          return before + readings[pick % readings.length];
        });
        expect(normalizeOrderNumber(`${typed.join("")} `)).toBe(`SC-${digits}`);
      },
    ),
  );
});

test("a number that itself starts with SC is found with and without the prefix", () => {
  expect(normalizeOrderNumber("SC-SC345678")).toBe("SC-SC345678");
  expect(normalizeOrderNumber("sc345678")).toBe("SC-SC345678");
});

test.each([
  "#SC-7K2M9QX0",
  "SC-7K2M9QX0.",
  "“SC-7K2M9QX0”",
  "'sc 7k2m 9qx0',",
  "(SC–7K2M—9QX0)",
  "SC\u2212\u200b7K2M\ufeff9QX0\u00a0",
  "\u202aSC\u20117K2M9QX0\u202c",
  "ＳＣ－７Ｋ２Ｍ９ＱＸ０",
])("characters copied along with it do not matter: %s", (pasted) => {
  expect(normalizeOrderNumber(pasted)).toBe("SC-7K2M9QX0");
});

test.each([
  "",
  "SC-",
  "SC-1234567",
  "SC-123456789",
  "SC-1234567\0",
  "SC-1234567%",
  "SC-12345678\0",
  "🧂".repeat(8),
  "1".repeat(100_000),
])("text that cannot be an order number is null: %j", (typed) => {
  expect(normalizeOrderNumber(typed)).toBeNull();
});
