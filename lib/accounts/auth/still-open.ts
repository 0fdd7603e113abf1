import { createAuthMiddleware } from "better-auth/api";
import { deletedAddress } from "#lib/commerce/privacy/index.ts";
import { db } from "#lib/platform/database/db.ts";

/** The hash that the password of a sign-in was found to match, by better-auth's context of the call. */
const proven = new WeakMap<object, string>();

/** Runs before a sign-in, and keeps what its password is compared with. */
export const passwordCompared = createAuthMiddleware(async (ctx) => {
  const { password } = ctx.context;
  const verify: typeof password.verify = async (given) => {
    const isRight = await password.verify(given);
    if (isRight) proven.set(ctx.context, given.hash);
    return isRight;
  };
  ctx.context.password = { ...password, verify };
});

/**
 * Whether a session that was just stored may stay: not if its account was deleted, or got another password, while the
 * password was compared. Asked after the session was stored: whoever closes an account ends its sessions afterwards,
 * so that one of the two sees the other.
 */
export async function isStillOpen(context: object, user: { id: string }): Promise<boolean> {
  if ("isAnonymous" in user && user.isAnonymous) return true;
  const hash = proven.get(context);
  // Without a password there may be no row of "account", as after a sign-in by a code in a mail.
  const open = hash
    ? { accounts: { some: { password: hash } } }
    : { email: { not: deletedAddress(user.id) } };
  return (await db.user.count({ where: { id: user.id, ...open } })) > 0;
}
