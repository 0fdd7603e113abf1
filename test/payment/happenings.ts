import { changeCart } from "#lib/commerce/cart/index.ts";
import { type Order, orders, tendDuePayments, visitAttempt } from "#lib/commerce/order/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";
import { type AtTheTill, letTimePass, makeDue, notify, orderOf, pay } from "./checkout.ts";
import type { Gateway } from "./gateway.ts";

/** What happens to one shopper's cart. `log` is what has happened so far. */
export type History = { gateway: Gateway; shopper: AtTheTill; log: string[]; random: () => number };

export const attemptsOf = ({ cartId }: Pick<AtTheTill, "cartId">) =>
  db.payment.findMany({ where: { cartId }, orderBy: { createdAt: "asc" } });

/** Everything that can happen to a cart. */
export function happeningsOf(history: History): Record<string, () => Promise<unknown>> {
  const { gateway, shopper, random } = history;
  const order = () => orderOf(shopper);
  const someAmount = ({ totals }: Order) => 1 + Math.floor(random() * totals.total);
  return {
    "goes to pay": () => pay(shopper),
    "goes to pay in another tab": () => pay(shopper),
    "pays at once": () => pay(shopper, { paymentMethod: "direct" }),
    "is declined": () => pay(shopper, { paymentMethod: "declines" }),
    "chooses a transfer": () => pay(shopper, { paymentProvider: "bank-transfer", paymentMethod: undefined }),
    "pays at the page": async () => gateway.pay(await lastAttempt(shopper)),
    "pays at the first page": async () => gateway.pay((await attemptsOf(shopper))[0]?.id ?? ""),
    returns: async () => visitAttempt(shopper.ctx, { id: await lastAttempt(shopper) }),
    "returns twice": async () => {
      const id = await lastAttempt(shopper);
      return Promise.all([visitAttempt(shopper.ctx, { id }), visitAttempt(shopper.ctx, { id })]);
    },
    "the gateway tells": () => tell(history, 1),
    "the gateway tells twenty times": () => tell(history, 20),
    "changes the cart": () =>
      changeCart(shopper.ctx, { token: shopper.cart }, (_ctx, cart) => ({
        ...cart,
        lines: cart.lines.map((line) => ({ ...line, quantity: 3 - line.quantity })),
      })),
    "the worker looks": async () => {
      await makeDue(shopper);
      await tendDuePayments();
    },
    "time passes": () => letTimePass(shopper),
    "the stock goes": () =>
      db.stock.updateMany({ where: { variantId: shopper.variant.variantId }, data: { quantity: 0 } }),
    "the database drops everybody": () => db.$queryRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
    cancels: async () => {
      const placed = await order();
      return placed && perform(orders.cancel, shopper.ctx, { id: placed.id });
    },
    "two refunds at once": async () => {
      const placed = await order();
      if (!placed) return null;
      const refund = () => refundPaymentOf(placed.id, someAmount(placed));
      return Promise.allSettled([refund(), refund()]);
    },
    "all is refunded, twice at once": async () => {
      const placed = await order();
      if (!placed) return null;
      const refund = () => refundPaymentOf(placed.id);
      return Promise.allSettled([refund(), refund()]);
    },
  };
}

/** The gateway sends all its notices about the cart, each several times, in any order. */
async function tell({ gateway, shopper, random }: History, times: number): Promise<void> {
  const ids = new Set((await attemptsOf(shopper)).map(({ id }) => id));
  const notices = gateway.notices.filter(({ attempt }) => "id" in attempt && ids.has(attempt.id));
  const copies = notices.flatMap((notice) => Array.from({ length: times }, () => notice));
  const shuffled = copies.map((notice) => ({ notice, key: random() })).sort((a, b) => a.key - b.key);
  await Promise.all(shuffled.map(({ notice }) => notify(notice)));
}

async function lastAttempt(shopper: AtTheTill): Promise<string> {
  return (await attemptsOf(shopper)).at(-1)?.id ?? "";
}
