import type { Context } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { type ErrorCode, isDomainError } from "#lib/platform/errors.ts";
import { counterFor } from "./counters.ts";
import { type Act, type Attempt, addressOf, type Rule } from "./rules.ts";

/** Who acts, from where, and on what: { email }, { orderNumber }, { clientId }, or whatever else was sent. */
type Caller = Pick<Context, "actor" | "network"> & { subject?: unknown };

const missCodes: ErrorCode[] = ["not_found", "guest_order_not_found", "unauthenticated"];

/**
 * Runs `work` unless its acts are over their limits. An act that is listed twice counts twice.
 * @throws too_many_requests with `details.retryAfterSeconds`, unavailable
 */
export async function limited<T>(
  acts: readonly Act[],
  caller: Caller,
  work: () => T | Promise<T>,
): Promise<T> {
  await count(acts, caller);
  try {
    return await work();
  } catch (error) {
    if (missCodes.some((code) => isDomainError(error, code))) await countMiss(acts, caller);
    throw error;
  }
}

/** Counts the attempt. @throws as `limited` */
async function count(acts: readonly Act[], caller: Caller): Promise<void> {
  const address = addressOf(caller.subject);
  for (const { counter, key, counts } of bucketsOf(acts, caller)) {
    if (counts === "misses") await counter.check(key);
    else if (counts === undefined) await counter.count(key);
    else if (address !== null) await counter.countOnce(key, address);
  }
}

async function countMiss(acts: readonly Act[], caller: Caller): Promise<void> {
  for (const { counter, key, counts } of bucketsOf(acts, caller)) {
    // This call already has its answer; the next one is rejected.
    if (counts === "misses") await counter.count(key).catch(() => {});
  }
}

function bucketsOf(acts: readonly Act[], { actor, network, subject }: Caller) {
  if (env.RATE_LIMITS === "off") return [];
  const attempt: Attempt = { actor, subject, network: network ?? null };
  return acts.flatMap(({ name, rules }) =>
    rules.flatMap((rule) => {
      const key = rule.by(attempt);
      if (key === null) return [];
      return [{ key, counts: rule.counts, counter: counterFor(bucketName(name, rule), rule) }];
    }),
  );
}

/** The prefix of the rule's keys, unique among all rules. */
export function bucketName(act: string, { who, seconds, counts }: Rule): string {
  return `${act}-${who}-${counts ?? "calls"}-${seconds}`;
}
