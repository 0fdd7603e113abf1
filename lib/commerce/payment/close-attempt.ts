import { now } from "#lib/platform/clock.ts";
import { type Context, database } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { endAttempt } from "./end-attempt.ts";
import { findAttempt, isOpen, type KeptAttempt } from "./kept-attempt.ts";
import { type Facts, hasMoney, type PaymentProvider } from "./provider.ts";
import { providerNamed } from "./providers.ts";

/** An attempt that has been paid, and what its provider says. */
export type PaidAttempt = { attempt: KeptAttempt; facts: Facts };

/**
 * Closes an open attempt, so that nothing is paid for it any more. Null when it has ended; one that has been paid stays
 * open, for whoever settles it: the worker does so soon.
 * @throws unavailable when the provider, whose page the shopper has seen, cannot be asked
 */
export async function closeAttempt(ctx: Context, id: string): Promise<PaidAttempt | null> {
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
    // Nobody has been at its page: what the question that is still unanswered may lead to, the worker gives back.
    if (attempt.state !== "started") throw stillOpen(provider, cause);
  }
  if (attempt.state !== "started") throw stillOpen(provider);
  const { amount, currency } = attempt;
  return { state: "released", amount, currency, captured: 0, refunded: 0, reference: null };
}

function stillOpen({ title }: PaymentProvider, cause?: unknown): DomainError {
  const message = `${title} cannot be reached just now, and the payment that you began there is still open. Try again in a moment.`;
  return new DomainError("unavailable", message, { cause });
}
