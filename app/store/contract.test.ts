import { describe, expect, test } from "vitest";
import { storeRoutes } from "#app/store/route-files.ts";
import { storeContract } from "#lib/dialects/store-api/contract.ts";
import { modules } from "#lib/modules.ts";

const routes = await storeRoutes();
const specs = [...storeContract, ...modules.flatMap((module) => module.contract ?? [])];
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test("every route in the contract has a file, and every file's route is in the contract", () => {
  expect(routes.map(nameOf).sort()).toEqual(specs.map(nameOf).sort());
});

test("a file serves what its specification says, at the address where it stands", () => {
  expect(routes.map(({ handler }) => nameOf(handler.spec))).toEqual(routes.map(nameOf));
  for (const { handler } of routes) expect(specs).toContain(handler.spec);
});

test("ids have names of their own", () => {
  const ids = specs.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(specs.map((spec) => [spec.id, spec] as const))("%s", (_, spec) => {
  test("takes the parameters that its address names", () => {
    const named = [...spec.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(spec.params?.shape ?? {})).toEqual(named);
  });

  test("reads and returns the cart's token, or does neither", () => {
    expect(spec.headers !== undefined && "x-cart-token" in spec.headers.shape).toBe(spec.cart ?? false);
  });

  test("has a body only where one is sent", () => {
    if (spec.body) expect(["POST", "PUT", "PATCH"]).toContain(spec.method);
  });

  test("says that it may refuse who has to sign in", () => {
    const refuses = spec.errors.some((code) => code === "unauthenticated" || code === "bad_request");
    if (spec.auth === "session" || spec.auth === "customer") expect(refuses).toBe(true);
  });
});
