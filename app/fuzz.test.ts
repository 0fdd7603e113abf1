import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "#lib/dialects/auth/endpoints.ts";
import { routes } from "#lib/dialects/commercetools/routes.ts";
import { shop } from "#lib/shop.ts";
import { customerToken, guestToken, serverToken } from "#test/support/commercetools/call.ts";
import { hostileBody, hostileText, insides } from "#test/support/hostile.ts";
import { holdsAsync } from "#test/support/property.ts";
import { quickly } from "#test/support/quickly.ts";
import { password, signUp, startGuestSession } from "#test/support/sessions.ts";
import { GET, POST } from "./auth/[...all]/route.ts";

// The store API's fuzz test is lib/dialects/store-api/fuzz.test.ts; paths and methods are tested in
// scripts/web/front-api.test.ts.
const runs = 60;
const origin = "http://localhost:3000";
const types = fc.constantFrom(
  "application/json",
  "application/x-www-form-urlencoded",
  "text/plain",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
);
const query = fc.oneof(
  fc.constant(""),
  fc.array(fc.tuple(hostileText, hostileText), { maxLength: 4 }).map((pairs) => {
    const wellFormed = pairs.map((pair) => pair.map((text) => text.slice(0, 1_000).toWellFormed()));
    return new URLSearchParams(wellFormed).toString();
  }),
);

let bearers: string[] = [];
let tokens: string[] = [];

beforeAll(async () => {
  const customer = await signUp();
  bearers = ["nonsense", (await startGuestSession()).token, customer.token];
  tokens = ["nonsense", (await guestToken()).token, await serverToken()];
  tokens.push(await customerToken(customer.email, password));
});

async function withstands(response: Response): Promise<void> {
  const text = await response.text();
  expect(response.status, text).toBeLessThan(500);
  expect(response.headers.get("x-request-id")).toBeTruthy();
  if (response.status < 400) return;
  expect(JSON.parse(text).message).toEqual(expect.any(String));
  expect(text).not.toMatch(insides);
}

describe("better-auth withstands hostile calls: under 250 ms of CPU time, no 5xx, no internals, always a code and a message", () => {
  test.each(Object.entries(endpoints))(
    "%s",
    async (path, { method, body }) => {
      const property = fc.asyncProperty(
        hostileBody(body),
        types,
        query,
        fc.nat(2),
        async (sent, type, asked, who) => {
          const headers = { "content-type": type, authorization: `Bearer ${bearers[who]}` };
          const url = `${origin}/auth${path}?${asked}`;
          const ask = () =>
            method === "GET"
              ? GET(new Request(url, { headers }))
              : POST(new Request(url, { method, headers, body: sent }));
          await withstands(await quickly(ask));
        },
      );
      await holdsAsync(property, runs);
    },
    60_000,
  );
});

describe("the commercetools dialect withstands hostile calls: under 250 ms of CPU time, no 5xx, no internals", () => {
  test.each(routes.map((route) => [route.id, route] as const))(
    "%s",
    async (_id, { method, path, body }) => {
      const property = fc.asyncProperty(
        hostileBody(body),
        types,
        query,
        hostileText,
        fc.nat(3),
        async (sent, type, asked, part, who) => {
          const given = encodeURIComponent(part.slice(0, 2_000).toWellFormed());
          const address = path.replace("{project}", "demo").replace(/\{\w+\}/g, given || "x");
          const headers = { "content-type": type, authorization: `Bearer ${tokens[who]}` };
          const url = `${origin}${address}?${asked}`;
          const sending = { method, headers, ...(method === "POST" && { body: sent }) };
          await withstands(await quickly(() => shop.serve(new Request(url, sending))));
        },
      );
      await holdsAsync(property, runs);
    },
    60_000,
  );
});
