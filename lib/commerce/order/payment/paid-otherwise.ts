import { laterWays } from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import type { Prisma } from "#lib/platform/database/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Order } from "../order.ts";

/** Payments that took no money and never will: declined, or what was authorized has lapsed or was given up. */
export const ended = {
  captured: 0,
  state: { in: ["declined", "expired", "released"] },
} satisfies Prisma.PaymentWhereInput;

/** Whether the order has payments at providers, all of them ended, and no other payment. */
export async function hasOnlyEnded({ tx }: TransactionContext, { id }: Order): Promise<boolean> {
  const all = { orderId: id };
  const [every, over] = [
    await tx.payment.count({ where: all }),
    await tx.payment.count({ where: { ...all, ...ended, reference: { not: null } } }),
  ];
  return every > 0 && every === over;
}

/**
 * Records that the buyer paid the whole order another way, as a payment of the shop's first way without a provider.
 * @throws bad_request if the shop has none
 */
export async function recordOtherwise({ tx }: TransactionContext, order: Order): Promise<void> {
  const [way] = laterWays();
  const [method] = way?.methods ?? [];
  if (!way || !method) {
    const message = "The shop has no way to pay without a provider, as which the money could be recorded.";
    throw new DomainError("bad_request", message);
  }
  const at = now();
  const amount = BigInt(order.totals.total);
  await tx.payment.create({
    data: {
      id: newId(),
      orderId: order.id,
      cartId: order.cartId,
      provider: way.id,
      method: method.id,
      state: "captured",
      amount,
      captured: amount,
      currency: order.currency,
      createdAt: at,
      updatedAt: at,
    },
  });
}
