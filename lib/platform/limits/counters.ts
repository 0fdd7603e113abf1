import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { pool } from "#lib/platform/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import type { Rule } from "./rules.ts";

/** Counts one rule of one act. */
export type Counter = {
  /** @throws too_many_requests with `details.retryAfterSeconds`, unavailable */
  count(key: string): Promise<void>;
  /** @throws too_many_requests when the key has been used up; counts nothing */
  check(key: string): Promise<void>;
  /** Counts `thing` for the key unless it was counted before. @throws as `count` */
  countOnce(key: string, thing: string): Promise<void>;
};

const counters = new Map<string, Counter>();
// Counters in memory are shared by pages and APIs. Only the buckets are shared, not whole counters: an error class of
// one module graph is unknown to the other.
const buckets = processWide("buckets", () => new Map<string, RateLimiterMemory>());

/** The counter of this name. Equal names share a bucket. */
export function counterFor(name: string, rule: Rule): Counter {
  const known = counters.get(name);
  if (known) return known;
  const counter = rule.roughly ? roughCounter(name, rule) : exactCounter(name, rule);
  counters.set(name, counter);
  return counter;
}

/** Counts in the database, exact across all web processes. */
function exactCounter(name: string, rule: Rule): Counter {
  const { whenDown } = rule;
  const insurance = inProcess(name, rule);
  const shared = inDatabase(name, rule, whenDown === "refuse" ? {} : { insuranceLimiter: insurance });
  const count = (key: string) => attempt(rule, () => shared.consume(key));
  return {
    count,
    async check(key) {
      const counted = await shared.get(key);
      if (counted && counted.consumedPoints >= rule.points) throw tooMany(rule, counted);
    },
    async countOnce(key, thing) {
      const mark = `${key} ${thing}`;
      if (await shared.get(mark)) return;
      await count(key);
      // Marked last, so that a rejected attempt counts again next time. Two concurrent attempts may both count.
      await count(mark);
    },
  };
}

/**
 * Counts in this process, and adds every tenth part of the points to a shared count, after the call. It costs a call
 * nothing, and is exact with a single process; a flood across several gets slightly more than the points.
 */
function roughCounter(name: string, rule: Rule): Counter {
  const here = inProcess(name, rule);
  const shared = inDatabase(name, rule, {});
  const share = Math.ceil(rule.points / 10);
  const shareCounted = (key: string) =>
    shared.consume(key, share).catch((refusal: unknown) => {
      // While the database is unreachable, this process counts alone.
      if (refusal instanceof RateLimiterRes) return here.block(key, refusal.msBeforeNext / 1000);
    });
  return {
    count: (key) =>
      attempt(rule, async () => {
        const { consumedPoints } = await here.consume(key);
        if (consumedPoints % share === 0) void shareCounted(key);
      }),
    check: async () => {},
    countOnce: async () => {},
  };
}

function optionsOf(name: string, { points, seconds }: Rule) {
  return { points, duration: seconds, keyPrefix: name };
}

function inProcess(name: string, rule: Rule): RateLimiterMemory {
  const known = buckets.get(name);
  if (known) return known;
  const bucket = new RateLimiterMemory(optionsOf(name, rule));
  buckets.set(name, bucket);
  return bucket;
}

function inDatabase(name: string, rule: Rule, options: { insuranceLimiter?: RateLimiterAbstract }) {
  return new RateLimiterPostgres({
    ...optionsOf(name, rule),
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    ...options,
  });
}

async function attempt(rule: Rule, consume: () => Promise<unknown>): Promise<void> {
  try {
    await consume();
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooMany(rule, refusal);
    throw new DomainError("unavailable", "This is not available just now. Try again in a moment.", {
      cause: refusal,
    });
  }
}

function tooMany({ points, seconds }: Rule, { msBeforeNext }: RateLimiterRes): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new DomainError("too_many_requests", "Too many requests. Try again later.", {
    details: { limit: points, windowSeconds: seconds, retryAfterSeconds },
  });
}
