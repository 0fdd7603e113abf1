import { acceptDemoCard, declineDemoCard, isOpen } from "#lib/commerce/payment/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { notFound } from "#lib/platform/errors.ts";
import { settle } from "./settle.ts";
import { ownAttempt, type VisitedAttempt, visitAttempt } from "./visit-attempt.ts";

/**
 * What a shopper says at the second step of a demo card, which stands for the page of a bank.
 * @throws unauthenticated, not_found for another one's payment, or one by another way to pay
 */
export async function answerDemoCard(
  ctx: Context,
  { id, accepts }: { id: string; accepts: boolean },
): Promise<VisitedAttempt> {
  const attempt = await ownAttempt(ctx, id);
  if (attempt.provider !== "demo-card") throw notFound("Payment");
  if (isOpen(attempt))
    await settle(ctx, attempt, accepts ? acceptDemoCard(attempt) : declineDemoCard(attempt));
  return visitAttempt(ctx, { id });
}
