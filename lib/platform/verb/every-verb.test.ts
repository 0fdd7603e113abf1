import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { authRoutes } from "#lib/dialects/auth/routes.ts";
import { routes as commercetoolsRoutes } from "#lib/dialects/commercetools/routes.ts";
import { allStoreRoutes } from "#test/support/store-routes.ts";
import type { AnyVerb } from "./index.ts";

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|testing/.test(file))
  .map((file) => [path.join("lib", file), readFileSync(path.join("lib", file), "utf8")] as const);
const filesWith = (pattern: RegExp) => sources.filter(([, text]) => pattern.test(text)).map(([file]) => file);

const isVerb = (value: unknown): value is AnyVerb => typeof value === "function" && "policy" in value;

async function verbsIn(file: string): Promise<AnyVerb[]> {
  const exported: Record<string, unknown> = await import(path.resolve(file));
  return Object.values(exported)
    .flatMap((value): unknown[] => Object.values(Object(value)))
    .filter(isVerb);
}

const rooms = filesWith(/./).filter((file) => /(^|[/-])verbs\.ts$/.test(file));
const listed = (await Promise.all(rooms.map(verbsIn))).flat();
const routes = [...allStoreRoutes, ...commercetoolsRoutes, ...authRoutes];
const verbs = [...new Set([...listed, ...routes.map(({ verb }) => verb)])];

/** Posts that write nothing, and why they are posted. */
const readers: Record<string, string> = {
  "ct.products.product-search": "its query is a structure",
  "ct.products.search-by-form": "its parameters may be longer than an address",
};

describe("every verb says what limits it, or why nothing does", () => {
  test("verbs of every kind are found", () => {
    expect(rooms.length).toBeGreaterThan(8);
    expect(listed.length).toBeGreaterThan(40);
    for (const prefix of ["cart.", "order.", "token.", "commercetools.", "auth.", "account."])
      expect(
        verbs.some(({ policy }) => policy.name.startsWith(prefix)),
        prefix,
      ).toBe(true);
  });

  test("no two have the same name", () => {
    const names = verbs.map(({ policy }) => policy.name);
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
  });

  test.each(verbs.map(({ policy }) => [policy.name, policy] as const))("%s", (_, { limits }) => {
    if ("none" in limits) expect(limits.none).toMatch(/\w+ \w+/);
    else expect(limits.length).toBeGreaterThan(0);
  });
});

test.each(
  routes
    .filter(({ id, method }) => method !== "GET" && !(id in readers))
    .map((each) => [each.id, each] as const),
)("%s writes, so its verb is limited", (_, { verb }) =>
  expect(verb.policy.limits).not.toHaveProperty("none"),
);

describe("one place", () => {
  test("makes verbs: the lists, and three files that make one for a list", () => {
    const makers = [
      "lib/commerce/cart/create-cart.ts",
      "lib/commerce/cart/own-cart-verb.ts",
      "lib/dialects/auth/endpoint-verb.ts",
    ];
    const elsewhere = filesWith(/\bverb\(\n? *\{/).filter((file) => !rooms.includes(file));
    expect(elsewhere.toSorted()).toEqual(makers);
  });

  test("limits", () => {
    expect(filesWith(/\blimited\(/)).toEqual(["lib/platform/verb/perform.ts"]);
  });

  test("requires a session; the input decides only for an address of the address book", () => {
    const asking = filesWith(/DomainError\(\s*"unauthenticated",\s*("Sign in|message)/);
    expect(asking.toSorted()).toEqual([
      "lib/commerce/cart/checkout/set-address.ts",
      "lib/platform/verb/perform.ts",
    ]);
  });
});
