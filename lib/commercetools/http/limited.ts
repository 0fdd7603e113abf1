import { clientAddress, countMiss, enforceLimits, type LimitRule } from "#lib/http/index.ts";

/**
 * Runs an attempt under limits, about whom `subject` says. An attempt that answers null is a miss.
 * @throws too_many_requests
 */
export async function limited<T extends object | null>(
  rules: readonly LimitRule[],
  subject: { clientId?: string; email?: string },
  attempt: () => Promise<T>,
): Promise<T> {
  const call = {
    address: clientAddress(),
    actor: { type: "none" },
    params: {},
    query: {},
    body: subject,
  } as const;
  await enforceLimits(rules, call);
  const result = await attempt();
  if (result === null) await countMiss(rules, call);
  return result;
}
