import type { BetterAuthPlugin, GenericEndpointContext } from "better-auth";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { endTokensOf } from "#lib/accounts/api-access/index.ts";
import { releaseAccount } from "#lib/commerce/privacy/index.ts";
import { withTransaction } from "#lib/platform/db.ts";
import { closeAccess } from "./close-access.ts";

const nobody = { type: "none" } as const;

/** A changed password ends every other session, whether or not the caller asks for it; the caller gets a new one. */
const endOtherSessions = createAuthMiddleware(async (ctx) => ({
  context: { body: { ...ctx.body, revokeOtherSessions: true } },
}));

/**
 * Before better-auth writes a changed password: what the old one opened is closed first. Should that fail, nothing
 * is changed; closed beside a password that stayed, it does no harm.
 */
export async function passwordChanging(
  _password: unknown,
  ctx: GenericEndpointContext | null,
): Promise<void> {
  const userId = ctx?.path === "/change-password" ? ctx.context.session?.user.id : undefined;
  if (userId) await closeAccess({ actor: nobody }, { userId });
}

/** Once more afterwards: somebody may have used the old password meanwhile. */
const passwordChanged = createAuthMiddleware(async (ctx) => {
  const userId = ctx.context.session?.user.id;
  if (userId && !isAPIError(ctx.context.returned)) await closeAccess({ actor: nobody }, { userId });
});

/** A token of a program is a session in another dialect: who ends the sessions of an account means those too. */
const sessionsEnded = createAuthMiddleware(async (ctx) => {
  const userId = ctx.context.session?.user.id;
  if (userId && !isAPIError(ctx.context.returned)) await endTokensOf({ actor: nobody }, { userId });
});

/**
 * After a new password was set by mail. Whoever did that owns the mailbox: the account is theirs from now on, without
 * what somebody may have put in who only knew the address.
 */
export function passwordReset({ user }: { user: { id: string } }): Promise<void> {
  return withTransaction(async (tx) => {
    const ctx = { actor: nobody, tx };
    await closeAccess(ctx, { userId: user.id });
    const { ownerProvenAt } = await tx.user.findUniqueOrThrow({ where: { id: user.id } });
    if (ownerProvenAt === null) await releaseAccount(ctx, { userId: user.id });
    await tx.user.update({
      where: { id: user.id },
      data: { emailVerified: true, ownerProvenAt: ownerProvenAt ?? new Date() },
    });
  });
}

export const passwordRules = {
  id: "password-rules",
  hooks: {
    before: [{ matcher: ({ path }) => path === "/change-password", handler: endOtherSessions }],
    after: [
      { matcher: ({ path }) => path === "/change-password", handler: passwordChanged },
      {
        matcher: ({ path }) => path === "/revoke-sessions" || path === "/revoke-other-sessions",
        handler: sessionsEnded,
      },
    ],
  },
} satisfies BetterAuthPlugin;
