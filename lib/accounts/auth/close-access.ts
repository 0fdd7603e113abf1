import { endTokensOf } from "#lib/accounts/api-access/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";

/**
 * Closes what an account's old password has opened, besides its sessions, which better-auth ends with the change
 * itself: tokens of programs, and links that were mailed to choose a password or to claim orders.
 */
export function closeAccess(ctx: Context, { userId }: { userId: string }): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    await endTokensOf(inside, { userId });
    // A link names its account by its value, or at the end of its name. What better-auth mails is named by a hash.
    await inside.tx.verification.deleteMany({
      where: { OR: [{ value: userId }, { identifier: { endsWith: `:${userId}` } }] },
    });
  });
}
