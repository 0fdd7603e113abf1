import { expect, test } from "vitest";
import { statusName } from "./status-name.ts";

test("a status in a URL may be any word", () => {
  expect(statusName("removed")).toBe("removed");
});

test.each([
  [undefined],
  [""],
  ["status.removed"],
  ["re moved"],
  [["removed", "added"]],
  ["constructor"],
  ["__proto__"],
])("%j is no status", (status) => {
  expect(statusName(status)).toBeNull();
});
