import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type CallInput, call } from "#test/support/call.ts";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { insides, hostileText as text } from "#test/support/hostile.ts";
import { holdsAsync } from "#test/support/property.ts";
import { quickly } from "#test/support/quickly.ts";
import { sampleOf } from "#test/support/samples.ts";
import { type Session, signUp, startGuestSession } from "#test/support/sessions.ts";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";
import type { StoreRoute } from "./index.ts";

const runs = 200;
const callers: { session?: Session; cart?: string }[] = [{}];
const known: string[] = ["", "USD", "US", "SC-00000000"];

beforeAll(async () => {
  const variant = await makeVariant();
  for (const session of [await startGuestSession(), await signUp()]) {
    callers.push({ session, cart: await fillCart(session, { variant }) });
  }
  const [method, discount] = [await makeShippingMethod(), await makeDiscount()];
  known.push(variant.variantId, variant.slug, method.id, discount.code);
});

const value = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: fc.nat(20).map((index) => known[index % known.length]) },
  { weight: 3, arbitrary: fc.constantFrom(null, true, 0, -1, 1, 1.5, 1e21, 2 ** 31, 2 ** 53, [], {}, [[]]) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** The sample with some values changed or added at any depth. */
function mutated(sample: unknown): fc.Arbitrary<unknown> {
  if (typeof sample !== "object" || sample === null) return fc.oneof(fc.constant(sample), value);
  const entries = Object.entries(sample);
  const parts = fc.tuple(
    ...entries.map(([, part]) => fc.oneof({ weight: 3, arbitrary: fc.constant(part) }, mutated(part))),
  );
  const extra = fc.option(fc.tuple(fc.constantFrom("id", "userId", "price", "__proto__", "toString"), value));
  const whole = fc
    .tuple(
      parts,
      extra,
      fc.subarray(
        entries.map(([key]) => key),
        { minLength: 0 },
      ),
    )
    .map(([values, added, kept]) => {
      const all = entries.map(([key], index) => [key, values[index]] as const);
      const some = kept.length === 0 ? all : all.filter(([key]) => kept.includes(key));
      return Object.fromEntries(added ? [...some, added] : some);
    });
  return fc.oneof({ weight: 9, arbitrary: whole }, value);
}

const texts = (sample: Record<string, string> | undefined, minLength = 0) =>
  fc.record(
    Object.fromEntries(
      Object.entries(sample ?? {}).map(([key, kept]) => [
        key,
        fc.oneof(
          fc.constant(kept),
          text.filter(({ length }) => length >= minLength),
        ),
      ]),
    ),
  );
const headers = fc.record(
  {
    "x-platform": fc.constantFrom("web", "APP", "fax", "\t"),
    "idempotency-key": fc.string({ maxLength: 300, unit: "grapheme-ascii" }),
    "x-request-id": fc.string({ maxLength: 80, unit: "grapheme-ascii" }),
    authorization: fc.constantFrom("Bearer", "Bearer x.y", "Basic eDp5", "Bearer \t\u00e9"),
    "content-type": fc.constantFrom("application/json", "text/plain", "multipart/form-data", ""),
  },
  { requiredKeys: [] },
);
const raw = fc.oneof(text, fc.constantFrom("[".repeat(20_000), `${'{"a":'.repeat(5_000)}1`, '{"a":1,"a":2}'));

function inputFor(sample: CallInput): fc.Arbitrary<CallInput> {
  const body = "body" in sample ? fc.oneof({ weight: 9, arbitrary: mutated(sample.body) }, raw) : undefined;
  return fc
    .record({
      caller: fc.nat(2),
      headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, headers),
      // An empty parameter would be a different path.
      params: texts(sample.params, 1),
      query: texts(sample.query),
      ...(body && { body }),
    })
    .map(({ caller, ...input }) => ({ ...callers[caller], ...input }));
}

async function withstands(route: StoreRoute, input: CallInput): Promise<void> {
  const reply = await quickly(() => call(route, input));
  expect(reply.status, reply.text).toBeLessThan(500);
  if (reply.status >= 400) expect(reply.text).not.toMatch(insides);
}

test.each(routes.map((route) => [route.id, route] as const))(
  `%s withstands ${runs} hostile calls: under 250 ms of CPU time, no 5xx, no internals, always within its contract`,
  async (id, route) => {
    await holdsAsync(
      fc.asyncProperty(inputFor(sampleOf(id)), (input) => withstands(route, input)),
      runs,
    );
  },
  60_000,
);
