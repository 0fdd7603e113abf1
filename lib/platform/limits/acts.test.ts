import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { getCart, listShippingMethods } from "#lib/dialects/store-api/routes/cart.ts";
import { acts } from "./index.ts";
import { bucketName } from "./limited.ts";

// Every verb and route: lib/platform/verb/every-verb.test.ts.

test("no two rules share a bucket by accident", () => {
  const names = Object.values(acts).flatMap(({ name, rules }) => rules.map((rule) => bucketName(name, rule)));
  expect(new Set(names).size).toBe(names.length);
});

describe("everything that writes has a limit", () => {
  test("in the store API: a GET that may create a cart documents 429", () => {
    for (const { verb } of [getCart, listShippingMethods])
      expect(verb.policy.throws).toContain("too_many_requests");
  });

  /** What an action that performs no verb does instead. */
  const withoutVerb: Record<string, string> = {
    "_components/address/load-layout.ts": "tells the fields of a country's addresses from a table",
    "checkout/delivery/load-countries.ts": "lists all countries, from a table",
  };
  const actions = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !(file in withoutVerb))
    .map((file) => [file, readFileSync(path.join("app", file), "utf8")] as const)
    .filter(([, text]) => text.startsWith('"use server"'));

  test("among the pages' actions, of which there are some", () => expect(actions.length).toBeGreaterThan(20));

  test.each(actions)("among the pages' actions, by performing a verb: %s", (_, text) =>
    expect(text).toMatch(/\b(perform|leaveBrowser)\(/),
  );
});
