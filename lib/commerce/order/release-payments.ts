import { paymentProviders } from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import { db, type Prisma } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";
import { moveOrder } from "./move-order.ts";
import type { OrderStep } from "./update-order.ts";

const shop = { actor: { type: "shop" } } as const;

/** What a provider may still hold. */
const heldPayment: Prisma.PaymentWhereInput = {
  reference: { not: null },
  status: { in: ["pending", "authorized", "paid"] },
};

/**
 * Asks the providers to let a cancelled order's payments go, and says so in the order as soon as each has. A provider
 * bears being asked twice.
 * @throws when one of them did not say yes, so that the event is delivered again; the others were asked all the same
 */
export async function releasePayments({ orderId }: { orderId: string }): Promise<void> {
  const payments = await db.payment.findMany({
    where: { orderId, order: { status: "cancelled" }, ...heldPayment },
    orderBy: { createdAt: "asc" },
  });
  const failures: unknown[] = [];
  for (const { id, provider, reference, status } of payments) {
    if (reference === null) continue;
    try {
      await providerNamed(provider).release(reference);
      await moveOrder(shop, { id: orderId }, [letGo(id, status === "paid" ? "refunded" : "voided")]);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} payment(s) were not released`);
}

/**
 * Asks again for what is still held of cancelled orders, however long ago the event about it was given up. Returns how
 * many orders it asked for.
 */
export async function releaseHeldPayments(): Promise<number> {
  const orders = await db.order.findMany({
    where: {
      status: "cancelled",
      payments: { some: heldPayment },
      cancelledAt: { lt: new Date(now().getTime() - 3_600_000) },
    },
    orderBy: { cancelledAt: "asc" },
    take: 500,
    select: { id: true },
  });
  for (const { id } of orders) {
    await releasePayments({ orderId: id }).catch((err) => {
      log.error({ orderId: id, err }, "a cancelled order's payments are still held");
    });
  }
  return orders.length;
}

function providerNamed(id: string) {
  const provider = paymentProviders.find((candidate) => candidate.id === id);
  if (!provider) throw new Error(`The payment provider ${id} is not known any more`);
  return provider;
}

function letGo(paymentId: string, paymentStatus: "refunded" | "voided"): OrderStep {
  return async ({ tx }) => {
    const written = await tx.payment.updateMany({
      where: { id: paymentId, ...heldPayment },
      data: { status: paymentStatus },
    });
    if (written.count === 0) return null;
    return {
      changed: { paymentStatus },
      events: paymentStatus === "refunded" ? [{ type: "order.refunded" }] : [],
    };
  };
}
