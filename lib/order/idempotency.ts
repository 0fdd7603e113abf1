import { type Context, database } from "#lib/context.ts";
import { isUniqueViolation, type Transaction } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import { sha256 } from "#lib/secrets.ts";
import type { Order } from "./order.ts";

/** One Idempotency-Key of one shopper, and what was asked with it. Keys are kept for 24 hours. */
export type Request = { userId: string; key: string; fingerprint: string };

export function fingerprintOf(asked: unknown): string {
  return sha256(JSON.stringify(asked));
}

/** The order that this key made before, as it was answered then. @throws idempotency_key_reused for another request */
export async function findAnswer(ctx: Context, request: Request): Promise<Order | null> {
  const { userId, key } = request;
  const record = await database(ctx).idempotencyRecord.findUnique({ where: { userId_key: { userId, key } } });
  if (!record) return null;
  if (record.fingerprint !== request.fingerprint) throw keyReused();
  return JSON.parse(record.response);
}

/** Keeps the answer with the order it tells of: both are there, or neither. @throws idempotency_key_reused */
export async function keepAnswer(
  ctx: Context & { tx: Transaction },
  request: Request,
  order: Order,
): Promise<void> {
  try {
    await ctx.tx.idempotencyRecord.createMany({
      data: [{ ...request, orderId: order.id, response: JSON.stringify(order) }],
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw keyReused();
    throw error;
  }
}

function keyReused(): DomainError {
  return new DomainError("idempotency_key_reused", "This Idempotency-Key was used for another request");
}
