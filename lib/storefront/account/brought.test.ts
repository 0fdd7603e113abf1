import { expect, test } from "vitest";
import { broughtBy, pathAfterEntry } from "./brought.ts";

test.each([
  ["nothing, without guest orders in the browser", null, "none"],
  ["their own, with the same address in any spelling", ["jane@example.com"], "own"],
  ["others', if a single one has another address", ["jane@example.com", "ada@example.com"], "others"],
] as const)("a sign-in brings along %s", (_what, emails, brought) => {
  const held = emails && { count: emails.length, emails: [...emails] };
  expect(broughtBy(held, " Jane@Example.com")).toBe(brought);
});

test("orders of another address are shown on the way, and no way leads out of the shop", () => {
  expect(pathAfterEntry("own", "/checkout/contact", "/account")).toBe("/checkout/contact");
  expect(pathAfterEntry("none", undefined, "/account")).toBe("/account");
  expect(pathAfterEntry("others", undefined, "/account")).toBe("/account/brought");
  expect(pathAfterEntry("others", "/checkout/contact", "/account")).toBe(
    "/account/brought?next=%2Fcheckout%2Fcontact",
  );
  expect(pathAfterEntry("others", "https://elsewhere.example/", "/account")).toBe("/account/brought");
});
