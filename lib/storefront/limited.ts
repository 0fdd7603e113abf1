import type { Context } from "#lib/context.ts";
import { isDomainError } from "#lib/errors.ts";
import {
  clientAddress,
  countMiss,
  enforceLimits,
  type LimitedCall,
  type LimitRule,
} from "#lib/http/index.ts";

/**
 * Does `work` within the limits that the same call has over the API: both count together.
 * @throws too_many_requests, unavailable
 */
export async function limited<T>(
  rules: readonly LimitRule[],
  ctx: Context,
  input: { params?: unknown; body?: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const call: LimitedCall = {
    address: clientAddress(),
    actor: ctx.actor,
    params: input.params,
    query: undefined,
    body: input.body,
  };
  await enforceLimits(rules, call);
  try {
    return await work();
  } catch (error) {
    if (isDomainError(error, "guest_order_not_found")) await countMiss(rules, call);
    throw error;
  }
}
