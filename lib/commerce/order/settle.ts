import type { Facts, KeptAttempt } from "#lib/commerce/payment/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { log } from "#lib/platform/log.ts";
import type { Agreed } from "./agreed.ts";
import { applyFacts, type Settlement } from "./apply-facts.ts";
import { tendPayment } from "./tend-payment.ts";

/** Applies what a provider says of an attempt (see applyFacts) and, when its money goes back, sends it back at once. */
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

/** Does what is left to do about a payment now, and leaves it to the worker when its provider cannot be asked. */
export async function tendSoon(id: string): Promise<void> {
  await tendPayment(id).catch((err) => {
    log.warn({ paymentId: id, err }, "payment could not be looked after; it will be tried again");
  });
}
