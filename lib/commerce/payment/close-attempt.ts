import { now } from "#lib/platform/clock.ts";
import { type Context, database } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { endAttempt } from "./end-attempt.ts";
import { findAttempt, isOpen, type KeptAttempt } from "./kept-attempt.ts";
import { type Facts, hasMoney, type PaymentProvider } from "./provider.ts";
import { providerNamed } from "./providers.ts";

/** A paid attempt with its provider's facts. */
type PaidAttempt = { attempt: KeptAttempt; facts: Facts };

/**
 * Closes an open attempt, so that it cannot be paid any more. Null if it has ended. A paid one stays open for the
 * caller to settle; otherwise the worker soon does. Not to be called in a transaction.
 * @throws unavailable if the shopper has seen the provider's page and the provider cannot be reached,
 * payment_in_progress if the provider has not decided yet
 */
export async function closeAttempt(ctx: Context, id: string): Promise<PaidAttempt | null> {
  if (ctx.tx) throw new Error("No provider is called while something is locked");
  const attempt = await findAttempt(ctx, { id });
  if (!attempt || !isOpen(attempt)) return null;
  const facts = await close(providerNamed(attempt.provider), attempt);
  if (hasMoney(facts)) {
    await database(ctx).payment.updateMany({ where: { id }, data: { dueAt: now() } });
    return { attempt, facts };
  }
  await endAttempt(ctx, attempt, facts);
  return null;
}

async function close(provider: PaymentProvider, attempt: KeptAttempt): Promise<Facts> {
  try {
    const seen = await provider.look(attempt);
    const facts = seen.state === "open" ? await provider.release(attempt) : seen;
    if (facts.state !== "open") return facts;
  } catch (cause) {
    // The shopper has not seen the page: if the unanswered call leads to a payment, the worker refunds it.
    if (attempt.state !== "started") throw unreachable(provider, cause);
    return unanswered(attempt);
  }
  if (attempt.state !== "started") throw undecided(provider, attempt);
  return unanswered(attempt);
}

function unanswered({ amount, currency }: KeptAttempt): Facts {
  return { state: "released", amount, currency, captured: 0, refunded: 0, reference: null };
}

/** The bank has not decided yet, so the payment can neither be confirmed nor cancelled. */
function undecided({ title }: PaymentProvider, { id }: KeptAttempt): DomainError {
  const message = `Your payment with ${title} is still being processed. Wait a moment before you try again.`;
  return new DomainError("payment_in_progress", message, { details: { attempt: id } });
}

function unreachable({ title }: PaymentProvider, cause: unknown): DomainError {
  const message = `${title} cannot be reached just now, and the payment that you started there is still open. Try again in a moment.`;
  return new DomainError("unavailable", message, { cause });
}
