import { releaseAccount } from "#lib/commerce/privacy/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { closeAccess } from "./close-access.ts";

/**
 * What follows when a password was set by mail, which proves ownership of the mailbox: the account belongs to that
 * person, without data that somebody who only knew the address may have added.
 */
export async function passwordSetByMail(
  ctx: TransactionContext,
  { userId }: { userId: string },
): Promise<void> {
  const { tx } = ctx;
  await closeAccess(ctx, { userId });
  const { ownerProvenAt } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  if (ownerProvenAt === null) await releaseAccount(ctx, { userId });
  await tx.user.update({
    where: { id: userId },
    data: { emailVerified: true, ownerProvenAt: ownerProvenAt ?? now() },
  });
}
