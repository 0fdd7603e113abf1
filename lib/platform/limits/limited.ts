import type { Context } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { type ErrorCode, isDomainError } from "#lib/platform/errors.ts";
import type { Count } from "./count.ts";
import { countExactly, takeBack } from "./exactly.ts";
import { countRoughly } from "./roughly.ts";
import { type Act, type Attempt, addressOf, type Rule } from "./rules.ts";

/** Who acts, from where, and on what: { email }, { orderNumber }, { clientId }, or whatever else was sent. */
type Caller = Pick<Context, "actor" | "network"> & { subject?: unknown };

const missCodes: ErrorCode[] = ["not_found", "guest_order_not_found", "unauthenticated"];

/**
 * Runs `work` unless its acts are over their limits. An act that is listed twice counts twice. Work that throws, or
 * whose result has `failed`, is a failure.
 * @throws too_many_requests with `details.retryAfterSeconds`, unavailable
 */
export async function limited<T>(
  acts: readonly Act[],
  caller: Caller,
  work: () => T | Promise<T>,
  failed: (result: T) => boolean = () => false,
): Promise<T> {
  const counts = countsOf(acts, caller);
  await count(counts);
  try {
    const result = await work();
    if (!failed(result)) await takeBack(counts.filter(({ rule }) => rule.counts === "failures"));
    return result;
  } catch (error) {
    if (isDomainError(error, ...missCodes)) await countMiss(counts);
    throw error;
  }
}

/** Counts the attempt. @throws as `limited` */
async function count(counts: readonly Count[]): Promise<void> {
  await countExactly(counts.filter(({ rule }) => !rule.roughly));
  for (const one of counts) if (one.rule.roughly) await countRoughly(one);
}

async function countMiss(counts: readonly Count[]): Promise<void> {
  const misses = counts.filter(({ rule }) => rule.counts === "misses");
  // A miss counts like a call. This one already has its answer; the next one is rejected.
  for (const { rule, ...miss } of misses) {
    const { counts: _, ...everyCall } = rule;
    await countExactly([{ ...miss, rule: everyCall }]).catch(() => {});
  }
}

function countsOf(acts: readonly Act[], { actor, network, subject }: Caller): Count[] {
  if (env.RATE_LIMITS === "off") return [];
  const attempt: Attempt = { actor, subject, network: network ?? null };
  const address = addressOf(subject);
  return acts.flatMap(({ name, rules }) =>
    rules.flatMap((rule) => {
      const key = rule.by(attempt);
      if (key === null || (rule.counts === "addresses" && address === null)) return [];
      return [{ rule, bucket: bucketName(name, rule), key, address }];
    }),
  );
}

/** The prefix of the rule's keys, unique among all rules. */
export function bucketName(act: string, { who, seconds, counts }: Rule): string {
  return `${act}-${who}-${counts ?? "calls"}-${seconds}`;
}
