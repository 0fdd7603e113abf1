import { expect, test } from "vitest";
import { signInPath } from "./entry-paths.ts";

test("the sign-in link contains the return path", () => {
  expect(signInPath("/order-status/x?y=1&z=2")).toBe("/sign-in?next=%2Forder-status%2Fx%3Fy%3D1%26z%3D2");
  expect(signInPath(null)).toBe("/sign-in");
});
