import { type Context, database } from "#lib/platform/context.ts";
import type { Prisma } from "#lib/platform/database/db.ts";
import type { Attempt, CaptureTime } from "./attempt.ts";

/** A recorded attempt. */
export type KeptAttempt = Attempt & {
  /** Its order, if any. */
  orderId: string | null;
  redirectUrl: string | null;
  /** Why it was declined, or why its money is returned. */
  reason: string | null;
  /** Its money is returned, because there is no order. */
  goesBack: boolean;
  /** What an operator asked for. */
  wanted: "capture" | "release" | null;
};

type Row = Prisma.PaymentGetPayload<{ omit: { agreed: true; buyer: true } }>;

/** The attempt of any shopper; null if it does not exist. */
export async function findAttempt(
  ctx: Context,
  which: { id: string } | { provider: string; reference: string },
): Promise<KeptAttempt | null> {
  const row = await database(ctx).payment.findFirst({
    where: which,
    omit: { agreed: true, buyer: true },
    orderBy: { createdAt: "desc" },
  });
  return row && attemptOf(row);
}

/** The attempt in a row of `payment`. Amounts are in minor units. */
export function attemptOf(row: Row): KeptAttempt {
  const { id, cartId, cartVersion, provider, method, currency, state, reference } = row;
  const { orderId, redirectUrl, reason, goesBack } = row;
  return {
    ...{ id, cartId, cartVersion, provider, method, currency, state, reference },
    ...{ orderId, redirectUrl, reason, goesBack },
    wanted: row.wanted === "capture" || row.wanted === "release" ? row.wanted : null,
    amount: Number(row.amount),
    capture: captureTimeOf(row.capture),
    captured: Number(row.captured),
    refunded: Number(row.refunded),
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** Whether the shopper can still pay it. */
export function isOpen({ state, orderId, goesBack }: KeptAttempt): boolean {
  return orderId === null && !goesBack && (state === "started" || state === "redirected");
}

function captureTimeOf(capture: string): CaptureTime {
  return capture === "on-shipping" ? capture : "on-placement";
}
