import { expect, test } from "vitest";
import { fullName } from "./full-name.ts";

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
