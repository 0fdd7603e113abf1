import { expect, test, vi } from "vitest";
import { DomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log/log.ts";
import { respond, responseOf } from "./respond.ts";

test("every 401 says how to authenticate, including one that is passed on", async () => {
  const request = new Request("http://localhost/auth/x");
  const failure = () => ({ status: 401, body: {} });
  const refuse = () => Promise.reject(new DomainError("unauthenticated", "No"));
  for (const answer of [refuse, async () => new Response("{}", { status: 401 })]) {
    const { headers } = responseOf(await respond(request, { route: "x", answer, failure }));
    expect(headers.get("www-authenticate")).toBe('Bearer realm="shop"');
  }
});

test.each([
  [400, "bad_request", "warn"],
  [503, "unavailable", "error"],
] as const)("the cause of a %i is logged as %3$s", async (status, code, level) => {
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
