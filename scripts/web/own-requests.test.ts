import { expect, test } from "vitest";
import { isOwnRequest, markForOwnRequests } from "./own-requests.ts";

test("only Next itself can send an internal request", () => {
  const headers: Record<string, string> = { "x-own-request": "x" };
  expect(isOwnRequest({})).toBe(false);
  expect(isOwnRequest(headers)).toBe(false);
  markForOwnRequests(headers);
  expect(isOwnRequest(headers)).toBe(true);
});
