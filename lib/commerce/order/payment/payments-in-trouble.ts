import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { loadPayments, type PaymentRecord } from "./payment-records.ts";

export type Trouble = "refund_failed" | "not_returned" | "disputed" | "lapsed" | "buyer_untold" | "stuck";
type TroubledPayment = PaymentRecord & { troubles: Trouble[] };

// Ten intervals that double from a minute: for more than half a day.
const manyLooks = 10;
const untoldAfterMs = 3_600_000;
// No command settles these. By then the order has been dealt with, or the buyer's address is forgotten (forgetBuyers).
const listedForMs = 60 * 86_400_000;
const most = 200;

/** Payments that need an operator, latest change first, each with the reasons, and whether there are more. */
export async function paymentsInTrouble(
  ctx: Context,
): Promise<{ troubled: TroubledPayment[]; hasMore: boolean }> {
  const at = now().getTime();
  const [since, until] = [new Date(at - untoldAfterMs), new Date(at - listedForMs)];
  const found = await loadPayments(
    ctx,
    Prisma.sql`where p.looks >= ${manyLooks}
      or (o.status = 'cancelled' and p.reference is null and p.captured > p.refunded)
      or (exists (select 1 from refund r where r.payment_id = p.id and r.state = 'failed')
        and p.captured > p.refunded + (select coalesce(sum(r.amount), 0) from refund r
          where r.payment_id = p.id and r.state in ('asked', 'pending')))
      or jsonb_path_exists(p.disputes, '$.* ? (@ == "open")')
      or (o.status <> 'cancelled' and p.reference is not null and p.state in ('released', 'expired')
        and o.payment_status = 'voided' and p.captured = 0 and p.wanted is distinct from 'release' and p.updated_at > ${until})
      or (p.goes_back and p.told_at is null and p.updated_at < ${since} and p.updated_at > ${until})
    order by p.updated_at desc limit ${most + 1}`,
  );
  const troubled = found.map((payment) => ({ ...payment, troubles: troublesOf(payment, since) }));
  return { troubled: troubled.slice(0, most), hasMore: troubled.length > most };
}

function troublesOf(payment: PaymentRecord, since: Date): Trouble[] {
  const { refunds, disputes, goesBack, isTold, updatedAt, looks, orderStatus, reference } = payment;
  // The worker returns what a provider holds; what came without one is returned by people.
  const isByHand = orderStatus === "cancelled" && reference === null;
  const troubles: (Trouble | false)[] = [
    refunds.some(({ state }) => state === "failed") && unreturned(payment) > 0 && "refund_failed",
    isByHand && payment.captured > payment.refunded && "not_returned",
    Object.values(disputes).includes("open") && "disputed",
    orderStatus !== "cancelled" && isLapsed(payment) && "lapsed",
    goesBack && !isTold && new Date(updatedAt) < since && "buyer_untold",
    looks >= manyLooks && "stuck",
  ];
  return troubles.filter((trouble) => trouble !== false);
}

/**
 * Whether an authorization ended without the money, not because an operator gave it up, and the order has not been paid
 * another way since.
 */
function isLapsed({ reference, state, captured, wanted, paymentStatus }: PaymentRecord): boolean {
  const isOver = state === "released" || state === "expired";
  return paymentStatus === "voided" && reference !== null && isOver && captured === 0 && wanted !== "release";
}

/** What failed to be refunded and was not refunded again. Minor units. */
export function unreturned({ captured, refunded, refunds }: PaymentRecord): number {
  const sum = (wanted: string[]) =>
    refunds.reduce((total, { amount, state }) => total + (wanted.includes(state) ? amount : 0), 0);
  return Math.max(0, Math.min(sum(["failed"]), captured - refunded - sum(["asked", "pending"])));
}
