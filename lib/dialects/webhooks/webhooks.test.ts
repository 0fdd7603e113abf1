import { expect, test } from "vitest";
import { shop } from "#lib/shop.ts";

test.each([
  ["of no provider", "nobody", "{}", 404, "not_found"],
  ["of an invalid provider", "x".repeat(200), "{}", 400, "validation_failed"],
  ["with too much to say", "nobody", "x".repeat(110 * 1024), 413, "payload_too_large"],
])("a webhook %s is rejected, without a server error", async (_what, provider, body, status, error) => {
  const url = `http://localhost:3000/webhooks/${provider}`;
  const response = await shop.serve(new Request(url, { method: "POST", body }));
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({
    error,
    message: expect.any(String),
    requestId: response.headers.get("x-request-id"),
  });
});
