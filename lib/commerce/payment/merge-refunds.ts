import { now } from "#lib/platform/clock.ts";
import type { Prisma, Transaction } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { RefundFact } from "./provider.ts";

type KeptRefund = Prisma.RefundGetPayload<object>;

/** What became of a payment's refunds, in minor units. */
type MergedRefunds = {
  /** All that are done. */
  done: number;
  /** Those that have failed since. */
  failed: number;
  /** Whether one is under way. */
  isUnderWay: boolean;
  isChanged: boolean;
};

const order: readonly KeptRefund["state"][] = ["asked", "pending", "done", "failed"];

/**
 * Merges a provider's list of refunds into those of a payment, which is locked. Refunds that the merchant made at the
 * provider are added. Without a list, the answered refund is done.
 */
export async function mergeRefunds(
  tx: Transaction,
  paymentId: string,
  told: readonly RefundFact[] | null,
  answered: string | null,
): Promise<MergedRefunds> {
  const before = await tx.refund.findMany({ where: { paymentId }, orderBy: { createdAt: "asc" } });
  const facts = told ?? before.filter(({ id }) => id === answered).map(doneOf);
  const after = new Map(before.map((refund) => [refund.id, refund]));
  for (const fact of facts) {
    const known = before.find(({ id, reference }) => id === fact.key || reference === fact.id);
    const merged = merge(known, fact, paymentId);
    after.set(merged.id, merged);
    if (!known) await tx.refund.create({ data: merged });
    else if (known !== merged) await tx.refund.update({ where: { id: merged.id }, data: merged });
  }
  const isMoot = told !== null && answered !== null && after.get(answered)?.state === "asked";
  // Nothing was left to refund, because the merchant did it at the provider.
  if (isMoot && after.delete(answered)) await tx.refund.delete({ where: { id: answered } });
  const failedBefore = new Set(before.filter(({ state }) => state === "failed").map(({ id }) => id));
  const refunds = [...after.values()];
  return {
    done: sum(refunds.filter(({ state }) => state === "done")),
    failed: sum(refunds.filter(({ id, state }) => state === "failed" && !failedBefore.has(id))),
    isUnderWay: refunds.some(({ state }) => state === "pending"),
    isChanged: isMoot || refunds.some((refund) => !before.includes(refund)),
  };
}

/** The recorded refund itself if there is nothing new. */
function merge(known: KeptRefund | undefined, fact: RefundFact, paymentId: string): KeptRefund {
  const { id: reference, amount, state } = fact;
  if (!known) return { id: newId(), paymentId, amount: BigInt(amount), state, reference, createdAt: now() };
  const isLater = order.indexOf(state) > order.indexOf(known.state);
  if (!isLater && known.reference !== null) return known;
  return { ...known, reference, state: isLater ? state : known.state };
}

/** A provider without a list names no refunds, so ours is its name. */
function doneOf({ id, amount }: KeptRefund): RefundFact {
  return { id, key: id, amount: Number(amount), state: "done" };
}

function sum(refunds: KeptRefund[]): number {
  return refunds.reduce((total, { amount }) => total + Number(amount), 0);
}
