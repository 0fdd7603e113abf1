import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { type Actor, userIdOf } from "#lib/context.ts";
import { pool } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { networkOf } from "./network.ts";

export type LimitedCall = { address: string; actor: Actor; params: unknown; query: unknown; body: unknown };

/** How often something may be done. Kept in the database, so that it holds over every web process. */
export type LimitRule = {
  /** Unique; the prefix of its keys. */
  name: string;
  points: number;
  seconds: number;
  /** Whose calls are counted together; null: not this call's. */
  by: (call: LimitedCall) => string | null;
  /** "misses" counts the calls that found nothing; past the limit, hits are refused too. */
  counts?: "calls" | "misses";
  /** What happens while the store cannot be reached: "count" in this process alone, or "refuse" (503). */
  whenDown?: "count" | "refuse";
};

/** The client's network: an IPv4 address, or the /64 that an IPv6 client owns. */
export const byNetwork = ({ address }: LimitedCall): string => networkOf(address);
export const bySession = ({ actor }: LimitedCall): string | null => userIdOf(actor);
export const byEverybody = (): string => "all";

const limiters = new Map<string, RateLimiterAbstract>();

function limiterFor(rule: LimitRule): RateLimiterAbstract {
  const known = limiters.get(rule.name);
  if (known) return known;
  const options = { points: rule.points, duration: rule.seconds, keyPrefix: rule.name };
  const limiter = new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    ...(rule.whenDown === "refuse" ? {} : { insuranceLimiter: new RateLimiterMemory(options) }),
  });
  limiters.set(rule.name, limiter);
  return limiter;
}

/** Counts a call against every rule. @throws too_many_requests with `details.retryAfterSeconds`, unavailable */
export async function enforceLimits(rules: readonly LimitRule[], call: LimitedCall): Promise<void> {
  if (env.RATE_LIMITS === "off") return;
  for (const rule of rules) {
    const key = rule.by(call);
    if (key === null) continue;
    if (rule.counts === "misses") await refuseAfterMisses(rule, key);
    else await consume(rule, key);
  }
}

/** Counts a call that found nothing against the rules that count misses. */
export async function countMiss(rules: readonly LimitRule[], call: LimitedCall): Promise<void> {
  if (env.RATE_LIMITS === "off") return;
  for (const rule of rules.filter(({ counts }) => counts === "misses")) {
    const key = rule.by(call);
    // A miss past the limit was answered already; the next call is refused.
    if (key !== null)
      await limiterFor(rule)
        .consume(key)
        .catch(() => {});
  }
}

async function consume(rule: LimitRule, key: string): Promise<void> {
  try {
    await limiterFor(rule).consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooMany(rule, refusal);
    throw new DomainError("unavailable", "This is not available just now. Try again in a moment.", {
      cause: refusal,
    });
  }
}

async function refuseAfterMisses(rule: LimitRule, key: string): Promise<void> {
  const counted = await limiterFor(rule).get(key);
  if (counted && counted.consumedPoints >= rule.points) throw tooMany(rule, counted);
}

function tooMany(rule: LimitRule, { msBeforeNext }: RateLimiterRes): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new DomainError("too_many_requests", "Too many requests. Try again later.", {
    details: { limit: rule.points, windowSeconds: rule.seconds, retryAfterSeconds },
  });
}
