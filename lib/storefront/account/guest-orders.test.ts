import { expect, test } from "vitest";
import { leavesGuestOrders } from "./guest-orders.ts";
import { maskEmail } from "./mask-email.ts";

const held = { count: 2, emails: ["jane@example.com"] };

test("without guest orders in the browser there is nothing to ask", () => {
  expect(leavesGuestOrders(null, { email: "ada@example.com" })).toBe(false);
});

test("orders with the same address, in any spelling, are moved without asking", () => {
  expect(leavesGuestOrders(held, { email: " Jane@Example.com" })).toBe(false);
});

test("a single order with another address requires an answer", () => {
  const asking = { reason: "choose_guest_orders", field: "guestOrders" };
  const mixed = { count: 2, emails: ["ada@example.com", "jane@example.com"] };
  expect(() => leavesGuestOrders(held, { email: "ada@example.com" })).toThrow(
    expect.objectContaining(asking),
  );
  expect(() => leavesGuestOrders(mixed, { email: "ada@example.com" })).toThrow(
    expect.objectContaining(asking),
  );
});

test.each([
  ["attach", false],
  ["leave", true],
] as const)("the answer %s is accepted, whatever the addresses", (guestOrders, left) => {
  expect(leavesGuestOrders(held, { email: "ada@example.com", guestOrders })).toBe(left);
  expect(leavesGuestOrders(held, { email: "jane@example.com", guestOrders })).toBe(left);
});

test("only the owner recognizes a masked address", () => {
  expect(maskEmail("jane.doe@example.com")).toBe("j•••@example.com");
  expect(maskEmail("nonsense")).toBe("•••");
});
