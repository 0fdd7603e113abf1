import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "#lib/platform/database/db.ts";
import type { Count } from "./count.ts";
import { blockInProcess, countInProcess } from "./in-process.ts";

const shared = new Map<string, RateLimiterPostgres>();

/**
 * Counts in this process, and adds every tenth part of the points to a shared count, after the call. It costs a call
 * nothing, and is exact with a single process; a flood across several gets slightly more than the points.
 * @throws too_many_requests
 */
export async function countRoughly(count: Count): Promise<void> {
  const share = Math.ceil(count.rule.points / 10);
  if ((await countInProcess(count)) % share === 0) void shareCounted(count, share);
}

async function shareCounted(count: Count, share: number): Promise<void> {
  try {
    await sharedBucket(count).consume(count.key, share);
  } catch (refusal) {
    // While the database is unreachable, this process counts alone.
    if (refusal instanceof RateLimiterRes) await blockInProcess(count, refusal.msBeforeNext);
  }
}

function sharedBucket({ bucket, rule: { points, seconds } }: Count): RateLimiterPostgres {
  const known = shared.get(bucket);
  if (known) return known;
  const made = new RateLimiterPostgres({
    points,
    duration: seconds,
    keyPrefix: bucket,
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
  shared.set(bucket, made);
  return made;
}
