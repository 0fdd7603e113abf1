import { expect, test } from "vitest";
import * as z from "zod";
import { paging } from "./paging.ts";

const read = (query: object) => z.object(paging).safeParse(query).data;

test("limit and offset are decimal digits, or left out", () => {
  expect(read({})).toEqual({ limit: 20, offset: 0 });
  expect(read({ limit: "1", offset: "0" })).toEqual({ limit: 1, offset: 0 });
  expect(read({ limit: "100", offset: "10000" })).toEqual({ limit: 100, offset: 10_000 });
  expect(read({ limit: 5, offset: 10 })).toEqual({ limit: 5, offset: 10 });
});

test.each([
  "",
  " ",
  " 5",
  "5 ",
  "+5",
  "-1",
  "5.0",
  "1e1",
  "0x5",
  "٥",
  "5,6",
  "NaN",
  "Infinity",
  "9".repeat(30),
])("any other number, %j, is refused", (text) => {
  expect(read({ limit: text })).toBeUndefined();
  expect(read({ offset: text })).toBeUndefined();
});

test("so is a number outside the bounds", () => {
  for (const limit of ["0", "101", 0, 101, 1.5]) expect(read({ limit })).toBeUndefined();
  for (const offset of ["10001", 10_001, -1]) expect(read({ offset })).toBeUndefined();
});

test.each(["-1", "ten", "101"])("the error about %j says what is expected", (text) => {
  const { error } = z.object(paging).safeParse({ limit: text });
  expect(error?.issues.map(({ message }) => message)).toEqual(["A whole number from 1 to 100"]);
});
