import { findAttempt, isOpen, type KeptAttempt, providerNamed } from "#lib/commerce/payment/index.ts";
import { type Context, database, type ShopperContext } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { notFound } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log/log.ts";
import { id as uuid } from "#lib/platform/text.ts";
import type { Order } from "../order.ts";
import { loadOrder } from "../queries.ts";
import { endOpenAttempt } from "./pay-for.ts";
import { settle } from "./settle.ts";

export type VisitedAttempt = {
  attempt: KeptAttempt;
  /** The order of its cart, by this attempt or another one. */
  order: Order | null;
};

/**
 * One of the shopper's own payment attempts, updated from its provider: if it has been paid, the order is placed. If
 * the provider cannot be reached, the recorded state is returned.
 * @throws not_found also for other people's attempts
 */
export async function visitAttempt(ctx: ShopperContext, { id }: { id: string }): Promise<VisitedAttempt> {
  const attempt = await ownAttempt(ctx, id);
  if (isOpen(attempt)) await lookNow(ctx, attempt);
  return seen(ctx, attempt);
}

async function seen(ctx: Context, attempt: KeptAttempt): Promise<VisitedAttempt> {
  const [now, order] = await Promise.all([
    findAttempt(ctx, { id: attempt.id }),
    loadOrder(ctx, Prisma.sql`o.cart_id = ${attempt.cartId}::uuid`),
  ]);
  return { attempt: now ?? attempt, order };
}

/**
 * Closes an attempt after the shopper went back without paying: nothing can be paid any more, and the cart can change
 * again. If it was paid anyway, it is settled, and its order is returned. @throws not_found, unavailable
 */
export async function leaveAttempt(ctx: ShopperContext, { id }: { id: string }): Promise<VisitedAttempt> {
  const attempt = await ownAttempt(ctx, id);
  if (isOpen(attempt)) await endOpenAttempt(ctx, id);
  return seen(ctx, attempt);
}

/** @throws not_found */
export async function ownAttempt(ctx: ShopperContext, id: string): Promise<KeptAttempt> {
  const { userId } = ctx.actor;
  const isId = uuid.safeParse(id).success;
  const owned = isId && (await database(ctx).payment.count({ where: { id, cart: { userId } } })) > 0;
  const attempt = owned ? await findAttempt(ctx, { id }) : null;
  if (!attempt) throw notFound("Payment");
  return attempt;
}

async function lookNow(ctx: Context, attempt: KeptAttempt): Promise<void> {
  try {
    await settle(ctx, attempt, await providerNamed(attempt.provider).look(attempt));
  } catch (err) {
    log.warn({ paymentId: attempt.id, err }, "payment could not be looked up");
  }
}
