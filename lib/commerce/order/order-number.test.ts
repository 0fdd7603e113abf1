import { expect, test } from "vitest";
import { newOrderNumber } from "./order-number.ts";

test("10,000 new numbers are unique, each SC- and eight unambiguous characters", () => {
  const numbers = new Set(Array.from({ length: 10_000 }, newOrderNumber));
  expect(numbers.size).toBe(10_000);
  for (const number of numbers) expect(number).toMatch(/^SC-[0-9A-HJKMNP-TV-Z]{8}$/);
});
