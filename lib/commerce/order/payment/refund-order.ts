import { now } from "#lib/platform/clock.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { formatOf } from "#lib/platform/i18n/locale.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { getOrder, type OrderName } from "../get-order.ts";
import { moveOrder } from "../lifecycle/move-order.ts";
import type { Order } from "../order.ts";
import type { OrderContext } from "../scope.ts";
import type { OrderStep } from "../update-order.ts";
import { askRefund, refundableOf } from "./ask-refund.ts";
import { tendSoon } from "./settle.ts";

type RefundOrder = {
  order: OrderName;
  /** Minor units; the whole rest by default. */
  amount?: number | undefined;
};

/**
 * Refunds an order's payment in whole or in part, never more than was captured, even with concurrent refunds. A refund
 * is recorded before the provider is called, and repeated until the provider has done it; the order shows it from then
 * on. Only the shop and programs can refund.
 * @throws not_found, bad_request for more than the rest
 */
export async function refundOrder(ctx: OrderContext, { order: name, amount }: RefundOrder): Promise<Order> {
  if (ctx.actor.type !== "shop" && ctx.actor.type !== "api-client") throw notFound("Order");
  const asked: string[] = [];
  const { id } = await moveOrder(ctx, name, [askBack(amount, asked)]);
  for (const paymentId of asked) await tendSoon(paymentId);
  return getOrder(ctx, { id });
}

/** Adds the payments to refund to `asked`. The order does not change before the money moves. */
function askBack(amount: number | undefined, asked: string[]): OrderStep {
  return async (ctx, { id: orderId, currency, locale }) => {
    const payments = await ctx.tx.payment.findMany({
      where: { orderId },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    const left = new Map<string, number>();
    for (const { id } of payments) left.set(id, await refundableOf(ctx, id));
    const most = [...left.values()].reduce((sum, each) => sum + each, 0);
    let open = amount ?? most;
    if (!Number.isSafeInteger(open) || open <= 0 || open > most)
      throw tooMuch(most, formatMoney(most, currency, formatOf(locale)));
    for (const [id, refundable] of left) {
      const part = Math.min(open, refundable);
      if (part <= 0) continue;
      open -= part;
      await askRefund(ctx, id, part);
      await ctx.tx.payment.updateMany({ where: { id }, data: { dueAt: now(), looks: 0 } });
      asked.push(id);
    }
    return null;
  };
}

function tooMuch(most: number, written: string): DomainError {
  const message = most > 0 ? `At most ${written} can be refunded` : "Nothing is left to refund";
  return new DomainError("bad_request", message, { details: { refundable: most } });
}
