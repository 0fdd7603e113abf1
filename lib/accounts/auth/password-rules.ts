import type { BetterAuthPlugin, GenericEndpointContext } from "better-auth";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { endTokensOf } from "#lib/accounts/api-access/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { withTransaction } from "#lib/platform/database/db.ts";
import { closeAccess, endAccess } from "./close-access.ts";
import { passwordSetByMail } from "./password-set-by-mail.ts";

/** A changed password always ends every other session; the caller gets a new one. */
const endOtherSessions = createAuthMiddleware(async (ctx) => ({
  context: { body: { ...ctx.body, revokeOtherSessions: true } },
}));

/**
 * Runs before better-auth writes a changed password, to end the old one's access first. If that fails, nothing is
 * changed; if only the password change fails, ended access does no harm.
 */
export async function passwordChanging(
  _password: unknown,
  ctx: GenericEndpointContext | null,
): Promise<void> {
  const userId = ctx?.path === "/change-password" ? ctx.context.session?.user.id : undefined;
  if (userId) await closeAccess(asNobody, { userId });
}

/** Repeated afterwards: the old password may have been used meanwhile. */
const passwordChanged = createAuthMiddleware(async (ctx) => {
  const userId = ctx.context.session?.user.id;
  if (!userId || isAPIError(ctx.context.returned)) return;
  const token = ctx.context.newSession?.session.token;
  await endAccess(asNobody, { userId, ...(token && { besides: token }) });
});

/** A program's token is a session in another dialect: ending the sessions of an account includes those. */
const sessionsEnded = createAuthMiddleware(async (ctx) => {
  const userId = ctx.context.session?.user.id;
  if (userId && !isAPIError(ctx.context.returned)) await endTokensOf(asNobody, { userId });
});

/** Runs after a password was set by mail. */
export function passwordReset({ user }: { user: { id: string } }): Promise<void> {
  return withTransaction(async (tx) => {
    await passwordSetByMail({ ...asNobody, tx }, { userId: user.id });
    // Repeated: better-auth ends the sessions before it sets the password.
    await endAccess({ ...asNobody, tx }, { userId: user.id });
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
