import type { ContextOf } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { sendAccountMail } from "../core.ts";
import { consumeOneTimeLink, isOneTimeLink, mailOneTimeLink } from "../one-time-link.ts";
import { claimableOrders } from "./claimable-orders.ts";

const identifierOf = (userId: string) => `order-claim:${userId}`;

/**
 * Mails a link to the account's own, verified address. A newer link replaces an older one. Without orders to claim
 * nothing is mailed. @throws bad_request while the address is not verified, unavailable
 */
export async function requestClaim(ctx: ContextOf<"customer">): Promise<void> {
  const { userId, email, name, emailVerified } = ctx.actor;
  if (!emailVerified) throw new DomainError("bad_request", "Confirm your email address first");
  if ((await claimableOrders(ctx)).length === 0) return;
  await mailOneTimeLink(ctx, identifierOf(userId), (token) =>
    sendAccountMail(
      "claim",
      { userId, name, address: email },
      `${env.STOREFRONT_URL}/account/claim/${token}`,
    ),
  );
}

/**
 * Checks that the link belongs to the caller and is valid. It is bound to the account, so a mail scanner or another
 * user who opens it gets nothing. Checking does not use it up. @throws not_found
 */
export async function checkClaimLink(ctx: ContextOf<"customer">, input: { token: string }): Promise<void> {
  if (!(await isOneTimeLink(ctx, identifierOf(ctx.actor.userId), input.token))) throw notFound("Link");
}

/** Uses the link up. */
export async function consumeClaimLink(ctx: ContextOf<"customer">): Promise<void> {
  await consumeOneTimeLink(ctx, identifierOf(ctx.actor.userId));
}
