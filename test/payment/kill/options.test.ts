import { expect, test } from "vitest";
import { killOptions } from "./options.ts";

test("every process is killed fifty times unless told otherwise", () => {
  expect(killOptions([])).toMatchObject({
    rounds: 50,
    victims: ["web", "worker", "database"],
    withoutProvider: false,
  });
  const args = ["--rounds", "3", "--victim", "web", "--victim", "worker", "--purchases", "--seed", "7"];
  expect(killOptions(args)).toEqual({
    rounds: 3,
    victims: ["web", "worker"],
    withoutProvider: true,
    seed: 7,
  });
});

test.each([
  [["--rounds", "x"], "--rounds takes a whole number from 1, not x."],
  [["--rounds", "0"], "--rounds takes a whole number from 1, not 0."],
  [["--rounds"], "Option '--rounds <value>' argument missing."],
  [["--seed", "1.5"], "--seed takes a whole number from 0, not 1.5."],
  [["--victim", "moon"], "There is no victim moon."],
  [["--round", "3"], "Unknown option '--round'."],
  [["web"], "Unexpected argument 'web'."],
])("%j is rejected, so that no run passes without having killed anything", (args, message) => {
  const remedy = expect.stringMatching(/^Write: npm run kill -- /);
  expect(() => killOptions(args)).toThrow(expect.objectContaining({ name: "Problem", message, remedy }));
});
