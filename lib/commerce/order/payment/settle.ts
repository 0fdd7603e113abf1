import type { Facts, KeptAttempt } from "#lib/commerce/payment/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { log } from "#lib/platform/log/log.ts";
import type { Agreed } from "./agreed.ts";
import { applyFacts, type Settlement } from "./apply-facts.ts";
import { tendPayment } from "./tend-payment.ts";

/**
 * Applies a provider's facts about an attempt (see applyFacts) and, if its money has to be returned, returns it
 * immediately.
 */
export async function settle(
  ctx: Context,
  attempt: KeptAttempt,
  facts: Facts,
  agreed?: Agreed,
): Promise<Settlement> {
  const settlement = await applyFacts(ctx, attempt, facts, agreed);
  if (settlement.status === "ended" && settlement.refusal) await tendSoon(attempt.id);
  return settlement;
}

/** Tends a payment now, or leaves it to the worker if the provider cannot be reached. */
export async function tendSoon(id: string): Promise<void> {
  await tendPayment(id).catch((err) => {
    log.warn({ paymentId: id, err }, "payment could not be tended; it will be retried");
  });
}
