import { acceptDemoCard, declineDemoCard, isOpen } from "#lib/commerce/payment/index.ts";
import type { ShopperContext } from "#lib/platform/context.ts";
import { notFound } from "#lib/platform/errors.ts";
import { settle } from "./settle.ts";
import { ownAttempt, type VisitedAttempt, visitAttempt } from "./visit-attempt.ts";

/**
 * Records a shopper's answer to the second step of a demo card, which stands in for a bank's page.
 * @throws not_found for another shopper's payment, or one with another method
 */
export async function answerDemoCard(
  ctx: ShopperContext,
  { id, accepts }: { id: string; accepts: boolean },
): Promise<VisitedAttempt> {
  const attempt = await ownAttempt(ctx, id);
  if (attempt.provider !== "demo-card") throw notFound("Payment");
  if (isOpen(attempt))
    await settle(ctx, attempt, accepts ? acceptDemoCard(attempt) : declineDemoCard(attempt));
  return visitAttempt(ctx, { id });
}
