import { endTokensOf } from "#lib/accounts/api-access/index.ts";
import { endMailedLinks } from "#lib/commerce/customer/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";

/**
 * Ends everything that an account's old password gave access to, besides sessions, which better-auth ends itself:
 * tokens of programs, and mailed links to reset the password or claim orders.
 */
export function closeAccess(ctx: Context, { userId }: { userId: string }): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    await endTokensOf(inside, { userId });
    await endMailedLinks(inside, { userId });
  });
}

type Ended = {
  userId: string;
  /** The token of a session that stays. */
  besides?: string;
};

/** Ends everything that an account's password gave access to. */
export function endAccess(ctx: Context, { userId, besides }: Ended): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    await closeAccess(inside, { userId });
    await inside.tx.session.deleteMany({ where: { userId, ...(besides && { token: { not: besides } }) } });
  });
}
