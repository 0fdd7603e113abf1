import { expect, test } from "vitest";
import { isDomainError } from "#lib/platform/errors.ts";
import { checkOrigin } from "./origin.ts";

const trusted = ["https://shop.example"];
const cookie = { cookie: "better-auth.session_token=x" };
const own = { origin: "https://shop.example" };

const passes = (method: string, headers: Record<string, string>): boolean => {
  try {
    checkOrigin(new Request("https://shop.example/store/cart", { method, headers }), trusted);
    return true;
  } catch (error) {
    if (isDomainError(error, "untrusted_origin")) return false;
    throw error;
  }
};

const foreign: Record<string, string>[] = [
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "" },
  { origin: "http://shop.example" },
  { origin: "https://shop.example:8443" },
  { origin: "https://shop.example.evil.example" },
  { origin: "https://evil.example/https://shop.example" },
  { origin: "https://SHOP.example.evil" },
  { origin: "https://evil.example", referer: "https://shop.example/cart" },
  { referer: "https://evil.example/?https://shop.example" },
  { referer: "about:blank" },
  { referer: "no address" },
  {},
];

test.each(["POST", "PUT", "PATCH", "DELETE"])(
  "%s with a cookie passes only from a trusted origin",
  (method) => {
    expect(passes(method, { ...cookie, ...own })).toBe(true);
    expect(passes(method, { ...cookie, referer: "https://shop.example/cart?step=1" })).toBe(true);
    for (const headers of foreign) {
      expect(passes(method, { ...cookie, ...headers }), JSON.stringify(headers)).toBe(false);
    }
  },
);

test.each(["GET", "HEAD", "OPTIONS"])("%s changes nothing, so it passes from any origin", (method) => {
  for (const headers of foreign) expect(passes(method, { ...cookie, ...headers })).toBe(true);
});

test("without a cookie there is nothing to abuse, so any origin or none passes", () => {
  for (const headers of foreign) {
    expect(passes("POST", { authorization: "Bearer x", ...headers })).toBe(true);
    expect(passes("POST", headers)).toBe(true);
  }
});

test("a bearer token beside a cookie does not lift the check", () => {
  const headers = { ...cookie, authorization: "Bearer x", origin: "https://evil.example" };
  expect(passes("POST", headers)).toBe(false);
});
