import { expect, test } from "vitest";
import { fullName, splitName } from "./full-name.ts";

test.each([
  ["Ada", "Lovelace", "US", "Ada Lovelace"],
  ["太郎", "山田", "JP", "山田 太郎"],
  ["さくら", "佐々木", "JP", "佐々木 さくら"],
  ["철수", "김", "KR", "김철수"],
  ["小明", "王", "TW", "王小明"],
  ["János", "Kovács", "HU", "Kovács János"],
  ["Ada", "Lovelace", "JP", "Ada Lovelace"],
  ["太郎", "山田", "US", "太郎 山田"],
  ["Madonna", "", "HU", "Madonna"],
  [undefined, "Prince", "US", "Prince"],
])("%s %s at an address in %s", (firstName, lastName, country, written) => {
  expect(fullName({ ...(firstName && { firstName }), lastName, country })).toBe(written);
});

test.each([
  ["Ada King Lovelace", "JP", { firstName: "Ada King", lastName: "Lovelace" }],
  ["山田　太郎", "JP", { firstName: "太郎", lastName: "山田" }],
  ["山田 太郎", "US", { firstName: "山田", lastName: "太郎" }],
  [" Madonna ", "US", { firstName: "Madonna" }],
  ["", "US", { firstName: "" }],
  [null, "US", { firstName: undefined }],
])("%j in %s is split", (name, country, parts) => {
  expect(splitName(name, country)).toEqual(parts);
});
