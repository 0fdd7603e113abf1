import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { together } from "./together.ts";

function doubling() {
  const calls: number[][] = [];
  const double = together(async (numbers: number[]) => {
    calls.push(numbers);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (numbers.includes(13)) throw new Error("unlucky");
    return numbers.map((number) => 2 * number);
  });
  return { calls, double };
}

test("calls of one turn are worked on together, each gets its own output", async () => {
  const { calls, double } = doubling();
  expect(await Promise.all([1, 2, 3, 2].map(double))).toEqual([2, 4, 6, 4]);
  expect(calls).toEqual([[1, 2, 3, 2]]);
});

test("calls that arrive during the work wait for the next round", async () => {
  const { calls, double } = doubling();
  const first = double(1);
  while (calls.length === 0) await nextTurn();
  expect(await Promise.all([first, double(2), double(3)])).toEqual([2, 4, 6]);
  expect(calls).toEqual([[1], [2, 3]]);
});

test("one that fails does not fail the others", async () => {
  const { double } = doubling();
  expect(await Promise.allSettled([1, 13, 3].map(double))).toEqual([
    { status: "fulfilled", value: 2 },
    { status: "rejected", reason: new Error("unlucky") },
    { status: "fulfilled", value: 6 },
  ]);
  expect(await double(4)).toBe(8);
});
