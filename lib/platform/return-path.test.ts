import { describe, expect, test } from "vitest";
import { env } from "#lib/platform/env.ts";
import { returnPath } from "./return-path.ts";

const shop = new URL(env.STOREFRONT_URL).origin;

describe("a place to return to", () => {
  test.each([
    "/",
    "/checkout/contact",
    "/account/orders?page=2#latest",
    "/order-status/AbC-_9",
    "/a%2F%2Fb",
    "/%2Fother.example",
    "/account?to=https://other.example//x",
  ])("%s stays in the shop", (path) => expect(returnPath(path)).toBe(path));

  test.each([
    ["/account/../cart", "/cart"],
    ["/./cart", "/cart"],
    ["/a b", "/a%20b"],
    ["/straße", "/stra%C3%9Fe"],
    ["/../../cart?x=../y", "/cart?x=../y"],
    [`${shop}/cart?x=1`, "/cart?x=1"],
  ])("%s is normalized as a browser reads it: %s", (value, path) => expect(returnPath(value)).toBe(path));

  test.each([
    "https://other.example/",
    "HTTPS://other.example/",
    "//other.example",
    "///other.example",
    "/.//other.example/x",
    "/..//other.example/x",
    "/a/..//other.example",
    "/a/../..//other.example",
    "/%2e//other.example",
    "/%2E%2e//other.example",
    "/.%2e//other.example",
    "/./\\other.example",
    "/\\other.example",
    "\\\\other.example",
    "/a\\b",
    "/\t/other.example",
    "/\n/other.example",
    "/.\r//other.example",
    "\u0001//other.example",
    " //other.example",
    " /cart",
    "/\u0000",
    "/\u2028/x",
    "/\ud800",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@other.example",
    "account",
    "?next=/",
    "",
    `${shop}.other.example/`,
    `${shop}@other.example/`,
    `${shop}:1/`,
    `${shop}//other.example`,
    `${shop}/.//other.example`,
    shop.replace("://", "://user:secret@"),
    `/${"a".repeat(3000)}`,
    `/${"ß".repeat(1000)}`,
  ])("%j is rejected", (value) => expect(returnPath(value)).toBeNull());

  test.each([undefined, null, 7, ["/account", "/cart"], {}])(
    "a value that is not a string (%j) is rejected",
    (value) => expect(returnPath(value)).toBeNull(),
  );

  test("normalizing twice gives the same path, and it stays in the shop", () => {
    const parts = ["/", ".", "..", "%2e", "other.example", "?", "#", "@", ":", "a", ";", "%5c", "%2f", "\\"];
    for (let round = 0; round < 20_000; round++) {
      const length = 1 + Math.floor(Math.random() * 8);
      const picked = Array.from({ length }, () => parts[Math.floor(Math.random() * parts.length)]);
      const path = returnPath(`/${picked.join("")}`);
      if (path === null) continue;
      expect(returnPath(path)).toBe(path);
      expect(new URL(path, shop).origin).toBe(shop);
    }
  });
});
