import * as z from "zod";
import { attemptStates } from "#lib/commerce/payment/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { countRows } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf, rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import { notFound } from "#lib/platform/errors.ts";
import type { Listing } from "#lib/platform/filter/index.ts";
import { instant, id as uuid } from "#lib/platform/text.ts";
import { orderStatus, paymentStatus } from "../columns.ts";

/** A payment as operators see it. Amounts in minor units, times ISO 8601 UTC. */
const paymentRecord = z.object({
  id: z.string(),
  version: z.int(),
  orderId: z.string().nullable(),
  /** The number that people see; null without an order. */
  orderNumber: z.string().nullable(),
  orderStatus: orderStatus.nullable(),
  /** The order's, of all its payments. */
  paymentStatus: paymentStatus.nullable(),
  userId: z.string().nullable(),
  anonymousId: z.string().nullable(),
  provider: z.string(),
  method: z.string(),
  state: z.enum(attemptStates),
  amount: z.int(),
  currency: z.string(),
  capture: z.string(),
  captured: z.int(),
  refunded: z.int(),
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  /** Its money is returned, because there is no order. */
  goesBack: z.boolean(),
  /** What an operator asked for. */
  wanted: z.enum(["capture", "release"]).nullable(),
  /** Whether its buyer has been told that the money was returned. */
  isTold: z.boolean(),
  /** How often its provider was asked since the last change. */
  looks: z.int(),
  refunds: z.array(
    z.object({
      id: z.string(),
      amount: z.int(),
      state: z.enum(["asked", "pending", "done", "failed"]),
      reference: z.string().nullable(),
      createdAt: instant,
    }),
  ),
  disputes: z.record(z.string(), z.enum(["open", "won", "lost"])),
  createdAt: instant,
  updatedAt: instant,
});
export type PaymentRecord = z.output<typeof paymentRecord>;

const record = Prisma.sql`jsonb_build_object(
  'id', p.id, 'version', p.version, 'orderId', p.order_id, 'orderNumber', coalesce(o.merchant_number, o.order_number),
  'orderStatus', o.status, 'paymentStatus', o.payment_status,
  'userId', coalesce(o.user_id, c.user_id), 'anonymousId', case when o.id is null then c.anonymous_id else o.anonymous_id end,
  'provider', p.provider, 'method', p.method, 'state', p.state, 'amount', p.amount, 'currency', p.currency,
  'capture', p.capture, 'captured', p.captured, 'refunded', p.refunded, 'reference', p.reference, 'reason', p.reason,
  'goesBack', p.goes_back, 'wanted', p.wanted, 'isTold', p.told_at is not null, 'looks', p.looks, 'disputes', p.disputes,
  'refunds', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'amount', r.amount, 'state', r.state,
      'reference', r.reference, 'createdAt', r.created_at) order by r.created_at, r.id), '[]')
    from refund r where r.payment_id = p.id),
  'createdAt', p.created_at, 'updatedAt', p.updated_at)`;

const joined = Prisma.sql`payment p left join "order" o on o.id = p.order_id left join cart c on c.id = p.cart_id`;

/** Payments in one statement. `rest` follows the joins of payment p, its order o and cart c. */
export async function loadPayments(ctx: Context, rest: Prisma.Sql, read = rowsOf): Promise<PaymentRecord[]> {
  const rows = await read(
    ctx,
    Prisma.sql`select ${record} as payment from ${joined} ${rest}`,
    z.object({ payment: paymentRecord }),
  );
  return rows.map(({ payment }) => payment);
}

/** Any payment, for operators. @throws not_found */
export async function getPayment(ctx: Context, { id }: { id: string }): Promise<PaymentRecord> {
  const [found] = uuid.safeParse(id).success
    ? await loadPayments(ctx, Prisma.sql`where p.id = ${id}::uuid`)
    : [];
  if (!found) throw notFound("Payment");
  return found;
}

/** A page of all payments. `total` counts all pages, if requested. */
export async function searchPayments(
  ctx: Context,
  { where, orderBy, limit, offset, withTotal }: Listing,
): Promise<{ payments: PaymentRecord[]; total?: number }> {
  const payments = await loadPayments(
    ctx,
    Prisma.sql`where ${where} order by ${orderBy} limit ${limit} offset ${offset}`,
    rowsPlannedAnew,
  );
  return withTotal
    ? { payments, total: await countRows(ctx, Prisma.sql`${joined} where ${where}`) }
    : { payments };
}

const idRow = z.object({ id: z.string(), orderId: z.string() });

/** The ids of the payments of orders, earliest first. */
export async function paymentIdsOf(
  ctx: Context,
  orderIds: readonly string[],
): Promise<{ id: string; orderId: string }[]> {
  return rowsOf(
    ctx,
    Prisma.sql`select id, order_id as "orderId" from payment where order_id = any (${[...orderIds]}::uuid[]) order by created_at, id`,
    idRow,
  );
}
