import { randomBytes } from "node:crypto";
import { sendAccountMail } from "#lib/mail/index.ts";
import { now } from "#lib/platform/clock.ts";
import { type ContextOf, inTransaction } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { readToken } from "#lib/platform/mailed-link.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { claimableOrders } from "./claimable-orders.ts";

const validMinutes = 60;

const identifierOf = (userId: string) => `order-claim:${userId}`;

/**
 * Mails a link to the account's own, verified address. A newer link replaces an older one. Without orders to claim
 * nothing is mailed. @throws bad_request while the address is not verified, unavailable
 */
export async function requestClaim(ctx: ContextOf<"customer">): Promise<void> {
  const { userId, email, name, emailVerified } = ctx.actor;
  if (!emailVerified) throw new DomainError("bad_request", "Confirm your email address first");
  if ((await claimableOrders(ctx)).length === 0) return;
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + validMinutes * 60_000);
  await inTransaction(ctx, async ({ tx }) => {
    // Locks the account's row, so that of two concurrent links one replaces the other.
    await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for no key update`;
    await tx.verification.deleteMany({ where: { identifier: identifierOf(userId) } });
    await tx.verification.create({
      data: { id: newId(), identifier: identifierOf(userId), value: sha256(token), expiresAt },
    });
  });
  try {
    const url = `${env.STOREFRONT_URL}/account/claim/${token}`;
    await sendAccountMail("claim", { userId, name, address: email }, url);
  } catch (cause) {
    throw new DomainError("unavailable", "The mail could not be sent just now. Try again in a moment.", {
      cause,
    });
  }
}

/**
 * Checks that the link belongs to the caller and is valid. It is bound to the account, so a mail scanner or another
 * user who opens it gets nothing. Checking does not use it up. @throws not_found
 */
export async function checkClaimLink(ctx: ContextOf<"customer">, input: { token: string }): Promise<void> {
  const { userId } = ctx.actor;
  const found = await inTransaction(ctx, ({ tx }) =>
    tx.verification.count({
      where: {
        identifier: identifierOf(userId),
        value: sha256(readToken(input.token) ?? ""),
        expiresAt: { gt: now() },
      },
    }),
  );
  if (found === 0) throw notFound("Link");
}

/** Uses the link up. */
export async function consumeClaimLink(ctx: ContextOf<"customer">): Promise<void> {
  const { userId } = ctx.actor;
  await inTransaction(ctx, ({ tx }) =>
    tx.verification.deleteMany({ where: { identifier: identifierOf(userId) } }),
  );
}
