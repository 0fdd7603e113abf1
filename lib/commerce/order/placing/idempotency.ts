import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import { type Context, database } from "#lib/platform/context.ts";
import { withBlanks } from "#lib/platform/database/columns.ts";
import { Prisma, violatedConstraint } from "#lib/platform/database/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { orderColumns } from "../columns.ts";
import { type Order, orderSchema } from "../order.ts";
import { loadOrder } from "../queries.ts";

const keptHours = 24;

/** An Idempotency-Key of a shopper, with a fingerprint of the request. Keys are remembered for 24 hours. */
export type Request = { userId: string; key: string; fingerprint: string };

/** Tells whether two requests with one key ask for the same. */
export function fingerprintOf(asked: unknown): string {
  return sha256(JSON.stringify(asked));
}

/** The record of the key, as a JSON expression to select along with other data. */
export function keptAnswer(userId: Prisma.Sql, key: string): Prisma.Sql {
  return Prisma.sql`(select json_build_object('fingerprint', fingerprint, 'response', response, 'expired', created_at <= ${oldestKept()})
    from idempotency_record where user_id = ${userId} and key = ${key})`;
}

export const keptRow = z.object({ fingerprint: z.string(), response: z.string(), expired: z.boolean() });
export type Kept = z.output<typeof keptRow>;

/**
 * The order that an earlier request with this key returned; null if the key is unused.
 * @throws idempotency_key_reused for a different request
 */
export async function answerOf(ctx: Context, request: Request, found: Kept | null): Promise<Order | null> {
  if (!found) return null;
  const { userId, key, fingerprint } = request;
  if (found.expired) {
    await database(ctx).idempotencyRecord.deleteMany({
      where: { userId, key, createdAt: { lte: oldestKept() } },
    });
    return null;
  }
  if (found.fingerprint !== fingerprint) throw keyReused();
  const answer = JSON.parse(found.response);
  // Keys outlive deployments: columns that did not exist yet are null. If more is missing, the order is read again.
  const order = orderSchema.safeParse({ ...answer, ...withBlanks(orderColumns, answer) });
  return order.data ?? loadOrder(ctx, Prisma.sql`o.id = ${answer.id}::uuid`);
}

/**
 * Checks the key of a call that got an order which another one had placed meanwhile.
 * @throws idempotency_key_reused if that one used the key for a different request
 */
export async function checkSame(ctx: Context, { userId, key, fingerprint }: Request): Promise<void> {
  const found = await database(ctx).idempotencyRecord.findUnique({ where: { userId_key: { userId, key } } });
  if (found && found.fingerprint !== fingerprint) throw keyReused();
}

/** The record of an answer, written in the same statement as its order. */
export function answerRow(request: Request, order: Order) {
  return { ...request, orderId: order.id, response: JSON.stringify(order), createdAt: now().toISOString() };
}

/** Older records are ignored, and deleted by housekeeping. */
export function oldestKept(): Date {
  return new Date(now().getTime() - keptHours * 3_600_000);
}

/** True if the same key was used concurrently for another cart. */
export function isKeyTaken(error: unknown): boolean {
  return violatedConstraint(error) === "idempotency_record_pkey";
}

/** The key belongs to a request that asked for something else. */
export function keyReused(): DomainError {
  return new DomainError("idempotency_key_reused", "This Idempotency-Key was used for another request");
}
