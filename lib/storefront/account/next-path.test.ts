import { describe, expect, test } from "vitest";
import { nextPath, signInPath } from "./next-path.ts";

describe("where signing in may lead", () => {
  test.each(["/", "/checkout/contact", "/account/orders?page=2", "/order-status/AbC-_9", "/a%2F%2Fb"])(
    "%s is a page of the shop",
    (path) => expect(nextPath(path)).toBe(path),
  );

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/a\\b",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\u0000",
    "javascript:alert(1)",
    "account",
    "",
    `/${"a".repeat(3000)}`,
  ])("%j leads nowhere", (path) => expect(nextPath(path)).toBeNull());

  test.each([undefined, null, 7, ["/account", "/cart"], {}])(
    "what is not a text (%j) leads nowhere",
    (value) => expect(nextPath(value)).toBeNull(),
  );
});

test("the way to the sign-in page carries where to come back to", () => {
  expect(signInPath("/order-status/x?y=1&z=2")).toBe("/sign-in?next=%2Forder-status%2Fx%3Fy%3D1%26z%3D2");
  expect(signInPath(null)).toBe("/sign-in");
});
