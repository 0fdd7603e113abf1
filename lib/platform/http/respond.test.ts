import { expect, test, vi } from "vitest";
import { DomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log.ts";
import { respond } from "./respond.ts";

test.each([
  [400, "bad_request", "warn"],
  [503, "unavailable", "error"],
] as const)("why a request was answered with %i is told as %3$s", async (status, code, level) => {
  const told = { warn: vi.spyOn(log, "warn"), error: vi.spyOn(log, "error") };
  const cause = new Error("forged, or out of order");
  const response = await respond(new Request("http://localhost/webhooks/x", { method: "POST" }), {
    route: "paymentWebhook",
    answer: () => Promise.reject(new DomainError(code, "No", { cause })),
    failure: () => ({ status, body: {} }),
  });
  expect(response.status).toBe(status);
  const line = [
    { requestId: expect.any(String), route: "paymentWebhook", code, err: cause },
    "request failed",
  ];
  expect({ warn: told.warn.mock.calls, error: told.error.mock.calls }).toEqual({
    warn: [],
    error: [],
    [level]: [line],
  });
  vi.restoreAllMocks();
});
