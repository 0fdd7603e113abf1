import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { expect, test } from "vitest";
import { db, pool } from "#lib/platform/database/db.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { statementsOf } from "#test/support/statements.ts";
import { until } from "#test/support/until.ts";
import type { Count } from "./count.ts";
import { countExactly } from "./exactly.ts";

const rule = (points: number, options: Partial<Count["rule"]> = {}): Count["rule"] => {
  return { who: "test", points, seconds: 60, by: () => null, ...options };
};

/** The same by the library that keeps such counts: one statement a rule, in turn. */
async function countPlainly(counts: readonly Count[]): Promise<string> {
  for (const { rule, bucket, key } of counts) {
    const limiter = new RateLimiterPostgres({
      points: rule.points,
      duration: rule.seconds,
      keyPrefix: bucket,
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
    const kept = rule.counts === "misses" ? await limiter.get(key) : null;
    if (kept && kept.consumedPoints >= rule.points) return "refused";
    if (rule.counts === "misses") continue;
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return "refused";
      throw refusal;
    }
  }
  return "passed";
}

async function outcomeOf(counts: readonly Count[]): Promise<string> {
  try {
    await countExactly(counts);
    return "passed";
  } catch (error) {
    if (isDomainError(error, "too_many_requests")) return "refused";
    throw error;
  }
}

const pointsOf = async (name: string) => {
  const rows = await db.rateLimit.findMany({ where: { key: { startsWith: name } }, orderBy: { key: "asc" } });
  return rows.map(({ key, points }) => [key.slice(name.length), points]);
};

test("counts like the library, rule by rule, and stops at the first that refuses", async () => {
  const [one, other] = [newId(), newId()];
  const rules = [rule(4), rule(3, { counts: "misses" }), rule(2), rule(9)];
  const counts = (name: string): Count[] =>
    rules.map((rule, at) => ({ rule, bucket: `${name} ${at}`, key: "somebody", address: null }));
  for (let call = 0; call < 7; call++) {
    expect(await outcomeOf(counts(one))).toBe(await countPlainly(counts(other)));
    expect(await pointsOf(one)).toEqual(await pointsOf(other));
  }
});

test("a window that has ended begins anew", async () => {
  const counts = [{ rule: rule(1, { seconds: 1 }), bucket: newId(), key: "somebody", address: null }];
  expect([await outcomeOf(counts), await outcomeOf(counts)]).toEqual(["passed", "refused"]);
  await until(async () => (await outcomeOf(counts)) === "passed");
});

test("a bucket that is named twice counts twice", async () => {
  const count = { rule: rule(3), bucket: newId(), key: "somebody", address: null };
  await countExactly([count, count]);
  expect(await pointsOf(count.bucket)).toEqual([[":somebody", 2]]);
  expect(await outcomeOf([count, count])).toBe("refused");
});

test("an address counts once, and again if it was refused", async () => {
  const bucket = newId();
  const give = (address: string) =>
    outcomeOf([{ rule: rule(2, { counts: "addresses" }), bucket, key: "somebody", address }]);
  const given = ["a", "a", "b", "a", "c", "c", "b"];
  const outcomes = [];
  for (const address of given) outcomes.push(await give(address));
  expect(outcomes).toEqual(["passed", "passed", "passed", "passed", "refused", "refused", "passed"]);
});

test("all rules of a call are one statement", async () => {
  const bucket = newId();
  const kinds = [rule(9), rule(9, { counts: "misses" }), rule(9, { counts: "addresses" }), rule(8)];
  const counts = kinds.map((rule, at) => ({ rule, bucket: `${bucket} ${at}`, key: "k", address: "a" }));
  expect(await statementsOf(() => countExactly(counts))).toHaveLength(1);
});
