import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { asNobody } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { onlyRowOf } from "#lib/platform/database/rows.ts";
import { exactPattern, isLike, literalsOf, toLike } from "./pattern.ts";

test.each([
  ["Blue", "B*", true],
  ["Blue", "*u?", true],
  ["Blue", "?lue", true],
  ["Blue", "b*", false],
  ["Blue", "B?", false],
  ["Blue", "", false],
  ["", "*", true],
  ["a*c", "a\\*c", true],
  ["abc", "a\\*c", false],
  ["a\\", "a\\", true],
  ["50%", "50_", false],
  ["💡x", "?x", true],
])("%j is like %j: %j", (text, pattern, is) => {
  expect(isLike(text, pattern)).toBe(is);
});

test("the database and the program agree; a text is like itself, and contains a pattern's literals", async () => {
  const character = fc.constantFrom("a", "B", "*", "?", "%", "_", "\\", " ", "é", "💡");
  const text = fc.array(character, { maxLength: 8 }).map((characters) => characters.join(""));
  const row = z.object({ is: z.boolean() });
  await fc.assert(
    fc.asyncProperty(text, text, async (found, pattern) => {
      const { is } = await onlyRowOf(
        asNobody,
        Prisma.sql`select ${found}::text like ${toLike(pattern)} as is`,
        row,
      );
      expect(isLike(found, pattern)).toBe(is);
      expect(isLike(found, exactPattern(found))).toBe(true);
      if (is) for (const literal of literalsOf(pattern)) expect(found).toContain(literal);
    }),
  );
});

test("a pattern full of stars takes no longer than its length allows", () => {
  const started = performance.now();
  expect(isLike("a".repeat(5_000), `${"*a".repeat(400)}*b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});
