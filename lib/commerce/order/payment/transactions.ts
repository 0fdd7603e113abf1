import { Prisma } from "#lib/platform/database/db.ts";
import type { Collection } from "#lib/platform/filter/index.ts";
import type { PaymentRecord } from "./payment-records.ts";

/** A movement of a payment's money: what happened, or what was asked for. Amounts in minor units. */
export type Transaction = {
  /** A refund's id; null for the others, of which a payment has one each, and one for each dispute. */
  id: string | null;
  type: "authorization" | "charge" | "cancellation" | "refund" | "dispute";
  state: "asked" | "pending" | "done" | "failed";
  amount: number;
  /** The provider's id of a refund or a dispute. */
  reference: string | null;
  /** When a refund was asked for. */
  at: string | null;
};

type State = Transaction["state"];

const disputeStates = { open: "pending", won: "failed", lost: "done" } as const;

/** What happened to a payment's money. `transactionFields` finds the same in SQL. */
export function transactionsOf(payment: PaymentRecord): Transaction[] {
  const { amount, captured, refunds, disputes } = payment;
  const one = (type: Transaction["type"], sum: number, state: State | null): Transaction[] =>
    state === null ? [] : [{ id: null, type, state, amount: sum, reference: null, at: null }];
  return [
    ...one("authorization", amount, authorizationState(payment)),
    ...one("charge", captured > 0 ? captured : amount, chargeState(payment)),
    ...one("cancellation", amount, cancellationState(payment)),
    ...refunds.map(({ createdAt, ...refund }): Transaction => ({ ...refund, type: "refund", at: createdAt })),
    ...Object.entries(disputes).map(([reference, state]): Transaction => {
      return {
        id: null,
        type: "dispute",
        state: disputeStates[state],
        amount: captured,
        reference,
        at: null,
      };
    }),
  ];
}

/** Only a provider authorizes first. */
function authorizationState(payment: PaymentRecord): State | null {
  const { state, capture, reference } = payment;
  if (reference === null || (capture !== "on-shipping" && state !== "authorized")) return null;
  if (state === "started" || state === "redirected") return "pending";
  return state === "declined" || state === "expired" || (state === "released" && !wasHeld(payment))
    ? "failed"
    : "done";
}

function chargeState({ state, captured, capture, wanted }: PaymentRecord): State | null {
  if (captured > 0) return "done";
  if (state === "awaited") return "asked";
  if (state === "authorized") return capture === "on-placement" || wanted === "capture" ? "pending" : null;
  if (capture === "on-shipping") return null;
  return state === "started" || state === "redirected" ? "pending" : "failed";
}

function cancellationState(payment: PaymentRecord): State | null {
  const { state, wanted } = payment;
  if (state === "released" && wasHeld(payment)) return "done";
  return state === "authorized" && wanted === "release" ? "pending" : null;
}

/** Whether the released payment had been authorized. Otherwise only its page was closed. */
function wasHeld({ orderId, goesBack, reference }: PaymentRecord): boolean {
  return reference !== null && (orderId !== null || goesBack);
}

const wasHeldSql = Prisma.sql`(p.reference is not null and (p.order_id is not null or p.goes_back))`;
const isOpen = Prisma.sql`p.state in ('started', 'redirected')`;

const authorized = Prisma.sql`case
  when p.reference is null or (p.capture <> 'on-shipping' and p.state <> 'authorized') then null
  when ${isOpen} then 'pending'
  when p.state in ('declined', 'expired') or (p.state = 'released' and not ${wasHeldSql}) then 'failed'
  else 'done' end`;

const charged = Prisma.sql`case
  when p.captured > 0 then 'done'
  when p.state = 'awaited' then 'asked'
  when p.state = 'authorized' then case when p.capture = 'on-placement' or p.wanted = 'capture' then 'pending' end
  when p.capture = 'on-shipping' then null
  when ${isOpen} then 'pending'
  else 'failed' end`;

const cancelled = Prisma.sql`case
  when p.state = 'released' and ${wasHeldSql} then 'done'
  when p.state = 'authorized' and p.wanted = 'release' then 'pending' end`;

/** The filterable fields of the transactions of "payment p". */
export const transactionFields = {
  type: "collection",
  rows: Prisma.sql`(
    select 'authorization' as type, ${authorized} as state, p.amount as amount, null::text as reference,
      null::timestamptz as at
    union all select 'charge', ${charged}, case when p.captured > 0 then p.captured else p.amount end, null, null
    union all select 'cancellation', ${cancelled}, p.amount, null, null
    union all select 'refund', r.state::text, r.amount, r.reference, r.created_at from refund r where r.payment_id = p.id
    union all select 'dispute', case d.value when 'open' then 'pending' when 'won' then 'failed' else 'done' end,
      p.captured, d.key, null from jsonb_each_text(p.disputes) d
  ) t where t.state is not null`,
  fields: {
    type: { type: "string", sql: Prisma.sql`t.type` },
    state: { type: "string", sql: Prisma.sql`t.state` },
    amount: { type: "number", sql: Prisma.sql`t.amount` },
    reference: { type: "string", sql: Prisma.sql`t.reference` },
    at: { type: "date", sql: Prisma.sql`t.at` },
  },
} satisfies Collection;
