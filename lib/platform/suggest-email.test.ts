import { expect, test } from "vitest";
import { suggestEmail } from "./suggest-email.ts";

test.each([
  ["two letters that changed places", "ada@gmial.com", "ada@gmail.com"],
  ["a letter too few", "ada@gmai.com", "ada@gmail.com"],
  ["a letter too many", "ada@hotmaill.com", "ada@hotmail.com"],
  ["another letter", "ada@outlook.con", "ada@outlook.com"],
  ["the end cut off", "ada@yahoo.co", "ada@yahoo.com"],
  ["capitals, which the name keeps", "Ada.L@GMIAL.com", "Ada.L@gmail.com"],
])("%s", (_, typed, meant) => {
  expect(suggestEmail(typed)).toBe(meant);
});

test.each([
  ["a domain that is right", "ada@gmail.com"],
  ["somebody's own", "ada@lovelace.example"],
  ["no address", "gmial.com"],
])("nothing is suggested for %s", (_, typed) => {
  expect(suggestEmail(typed)).toBeNull();
});

test("text of any length costs no more than its length", () => {
  expect(suggestEmail(`${"a".repeat(1e6)}@${"g".repeat(1e6)}`)).toBeNull();
});
