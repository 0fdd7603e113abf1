import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { processWide } from "#lib/platform/process-wide.ts";
import type { Count } from "./count.ts";
import { tooMany } from "./refusal.ts";

// Shared by pages and APIs.
const buckets = processWide("buckets", () => new Map<string, RateLimiterMemory>());

/** Counts in this process alone, and returns the points so far. @throws too_many_requests */
export async function countInProcess({ rule, bucket, key }: Count): Promise<number> {
  try {
    return (await bucketOf(bucket, rule).consume(key)).consumedPoints;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooMany(rule, refusal.msBeforeNext);
    throw refusal;
  }
}

/** Refuses the key in this process for that long. */
export async function blockInProcess({ rule, bucket, key }: Count, ms: number): Promise<void> {
  await bucketOf(bucket, rule).block(key, ms / 1000);
}

function bucketOf(name: string, { points, seconds }: Count["rule"]): RateLimiterMemory {
  const known = buckets.get(name);
  if (known) return known;
  const bucket = new RateLimiterMemory({ points, duration: seconds, keyPrefix: name });
  buckets.set(name, bucket);
  return bucket;
}
