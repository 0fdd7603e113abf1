import { now } from "#lib/clock.ts";
import { type Context, database } from "#lib/context.ts";
import { isUniqueViolation, type Transaction } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import { sha256 } from "#lib/secrets.ts";
import type { Order } from "./order.ts";

const keptHours = 24;

/** One Idempotency-Key of one shopper, and what was asked with it. A key is good for 24 hours, then it is a new one. */
export type Request = { userId: string; key: string; fingerprint: string };

export function fingerprintOf(asked: unknown): string {
  return sha256(JSON.stringify(asked));
}

/** The order that this key made before, as it was answered then. @throws idempotency_key_reused for another request */
export async function findAnswer(ctx: Context, request: Request): Promise<Order | null> {
  const { userId, key } = request;
  const record = await database(ctx).idempotencyRecord.findUnique({
    where: { userId_key: { userId, key }, createdAt: { gt: oldestKept() } },
  });
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
  const { userId, key } = request;
  await ctx.tx.idempotencyRecord.deleteMany({ where: { userId, key, createdAt: { lte: oldestKept() } } });
  try {
    await ctx.tx.idempotencyRecord.createMany({
      data: [{ ...request, orderId: order.id, response: JSON.stringify(order), createdAt: now() }],
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw keyReused();
    throw error;
  }
}

/** Records from this time on count; the sweeper takes the others away. */
export function oldestKept(): Date {
  return new Date(now().getTime() - keptHours * 3_600_000);
}

function keyReused(): DomainError {
  return new DomainError("idempotency_key_reused", "This Idempotency-Key was used for another request");
}
