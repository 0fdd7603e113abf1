import type { Outcome, OwnOrder } from "./outcome.ts";
import type { Shopper } from "./shopper.ts";

type Buyer = Pick<Shopper, "expected" | "seen">;

/**
 * The promises of docs/payments.md that an outcome breaks; empty if all is well. A mail may arrive once more for each
 * time that it is in `unrecorded`: a worker was killed between sending and recording it.
 */
export function brokenPromises(shopper: Buyer, outcome: Outcome, unrecorded: readonly string[]): string[] {
  const [order, ...more] = outcome.orders;
  return [
    ...(more.length > 0 ? [`${outcome.orders.length} orders`] : []),
    ...ending(shopper, order),
    ...(order ? moneyOf(order, outcome) : moneyWithout(outcome)),
    ...leftovers(outcome),
    ...mailsOf(order, outcome, unrecorded),
  ];
}

function ending({ expected, seen }: Buyer, order: OwnOrder | undefined): string[] {
  const faults: string[] = [];
  if (order && expected === "no order") faults.push("an order, although nothing was paid");
  if (!order && expected === "an order") faults.push("no order, although it was bought");
  for (const shown of seen.values()) {
    if (shown.id !== order?.id) faults.push(`the order ${shown.orderNumber} that was shown is lost`);
    else if (shown.totals.total !== order.totals.total) faults.push("its total has changed");
  }
  const placed = order?.events.filter(({ type }) => type === "order.placed").length ?? 1;
  if (placed !== 1) faults.push(`placed ${placed} times`);
  return faults;
}

/**
 * Captured − refunded is what the order says, and there is no order without money if the provider promises it first.
 */
function moneyOf(order: OwnOrder, { held, payments, pages }: Outcome): string[] {
  const { balance, totals, status } = order;
  const faults: string[] = [];
  const reserved = payments.filter((each) => each.status === "requires_capture");
  if (balance.paid - balance.refunded !== held)
    faults.push(`the order says ${balance.paid} - ${balance.refunded}, Stripe holds ${held}`);
  const paid = payments.filter((each) => each.amount_received > 0 || each.amount_capturable > 0);
  if (paid.length > 1 && held > totals.total) faults.push("paid twice");
  if (order.payment?.provider !== "stripe") {
    if (held !== 0 || reserved.length > 0)
      faults.push("Stripe holds money for an order that is paid otherwise");
    return faults;
  }
  if (pages.length === 0) faults.push("Stripe knows nothing of it");
  if (status === "cancelled") {
    if (held !== 0) faults.push(`cancelled, and Stripe still holds ${held}`);
    if (reserved.length > 0) faults.push("cancelled, and an authorization is left");
    return faults;
  }
  const isSent = order.shipments.length > 0;
  const promised =
    balance.paid + (isSent ? 0 : reserved.reduce((total, each) => total + each.amount_capturable, 0));
  if (promised !== totals.total) faults.push(`an order of ${totals.total}, paid ${promised}`);
  return faults;
}

function moneyWithout({ held, payments }: Outcome): string[] {
  const reserved = payments.some(({ status }) => status === "requires_capture");
  return [
    ...(held !== 0 ? [`${held} without an order`] : []),
    ...(reserved ? ["an authorization without an order"] : []),
  ];
}

function leftovers({ carts, pages, orders }: Outcome): string[] {
  const attempts = carts.flatMap((cart) => cart.attempts);
  return [
    ...pages.filter(({ status }) => status === "open").map(() => "a page at Stripe that can still be paid"),
    ...carts.filter(({ isPaying }) => isPaying).map(() => "a cart that is still being paid for"),
    ...carts
      .filter(({ status }) => status === "ordered" && orders.length === 0)
      .map(() => "a cart that is ordered, without an order"),
    ...attempts
      .filter(({ isDue, state }) => isDue || state === "started" || state === "redirected")
      .map(({ state }) => `an attempt that is still ${state}`),
  ];
}

/** One mail each: for the order, for its parcel, for its cancellation, for money that was returned. */
function mailsOf(
  order: OwnOrder | undefined,
  { carts, mails }: Outcome,
  unrecorded: readonly string[],
): string[] {
  const returned = carts.flatMap(({ attempts }) => attempts.filter(({ goesBack }) => goesBack));
  const isCancelled = order?.status === "cancelled";
  const wanted = [
    ...(order ? [`order.${order.id}.${isCancelled ? "cancelled" : "confirmation"}.`] : []),
    ...(order && order.shipments.length > 0 ? [`order.${order.id}.shipped.`] : []),
    ...returned.map(({ id }) => `payment.${id}.returned.`),
  ];
  // An order that is cancelled before its confirmation was sent gets one mail, which says both.
  const allowed = isCancelled ? [...wanted, `order.${order?.id}.confirmation.`] : wanted;
  const byId = Map.groupBy(mails, ({ parsed }) => String(parsed.messageId).slice(1));
  const faults = wanted
    .filter((name) => ![...byId.keys()].some((id) => id.startsWith(name)))
    .map((name) => `no mail ${name}`);
  for (const [id, copies] of byId) {
    if (!allowed.some((name) => id.startsWith(name))) faults.push(`a mail ${id} that nobody wanted`);
    const excused = unrecorded.filter((each) => id.startsWith(each)).length;
    if (copies.length > 1 + excused)
      faults.push(`${copies.length} mails ${id}: ${copies.map(({ at }) => timeOf(at)).join(", ")}`);
  }
  return faults;
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
