import { expect, test } from "vitest";
import { madeAt, newId } from "./ids.ts";

test("ids sort by creation, even within a millisecond, and share no random bytes", () => {
  const from = Date.now();
  const made = Array.from({ length: 5000 }, newId);
  const until = Date.now();
  expect(made).toEqual(made.toSorted());
  expect(new Set(made.map((id) => id.slice(-12))).size).toBe(made.length);
  for (const id of made) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const ms = madeAt(id).getTime();
    expect(ms).toBeGreaterThanOrEqual(from);
    expect(ms).toBeLessThanOrEqual(until);
  }
});
