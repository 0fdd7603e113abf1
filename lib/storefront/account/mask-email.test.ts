import { expect, test } from "vitest";
import { maskEmail } from "./mask-email.ts";

test("only the owner recognizes a masked address", () => {
  expect(maskEmail("jane.doe@example.com")).toBe("j•••@example.com");
  expect(maskEmail("nonsense")).toBe("•••");
});
