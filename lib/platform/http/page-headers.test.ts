import { expect, test } from "vitest";
import { originOfOwnForm, pageHeaders } from "./page-headers.ts";

const built = { development: false, https: false };
const of = (pathname: string, options = built) => pageHeaders(pathname, "bm9uY2U=", options);

test.each([
  "/cart",
  "/checkout/contact",
  "/checkout/placed/1",
  "/order-status/token",
  "/account/orders",
  "/sign-in",
])("%s is not cached, not indexed, and sends no referrer", (pathname) => {
  expect(of(pathname)).toMatchObject({
    "cache-control": "private, no-store",
    "x-robots-tag": "noindex, nofollow",
    "referrer-policy": "no-referrer",
  });
});

test("the form that finds an order may be indexed, but is not cached", () => {
  expect(of("/order-status")).not.toHaveProperty("x-robots-tag");
  expect(of("/order-status")).toMatchObject({ "cache-control": "private, no-store" });
});

test.each(["/", "/products/wool-beanie", "/cartography"])("%s may be indexed and cached", (pathname) => {
  expect(of(pathname)).not.toHaveProperty("x-robots-tag");
  expect(of(pathname)).not.toHaveProperty("cache-control");
});

test("only scripts with the page's nonce run, and no site can frame the page", () => {
  const policy = of("/")["content-security-policy"];
  expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toContain("unsafe");
});

test("over https, HSTS is sent", () => {
  expect(of("/")).not.toHaveProperty("strict-transport-security");
  expect(of("/", { ...built, https: true })["strict-transport-security"]).toBe(
    "max-age=63072000; includeSubDomains",
  );
});

const posted = (headers: Record<string, string>) => {
  const sent: Record<string, string> = { host: "shop.example", ...headers };
  return originOfOwnForm((name) => sent[name], "https:");
};

test("a form of our own that is posted without its origin gets it back", () => {
  expect(posted({ origin: "null", "sec-fetch-site": "same-origin" })).toBe("https://shop.example");
});

test.each([
  { origin: "null", "sec-fetch-site": "cross-site" },
  { origin: "null", "sec-fetch-site": "same-site" },
  { origin: "null" },
  { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  { "sec-fetch-site": "same-origin" },
])("a form posted with %o keeps its origin", (headers) => {
  expect(posted(headers)).toBeNull();
});
