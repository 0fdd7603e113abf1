import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { now } from "#lib/platform/clock.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log/log.ts";
import { linkGuest } from "./link-guest.ts";
import { isStillOpen, passwordCompared } from "./still-open.ts";

/**
 * Runs after every call to better-auth. A new session whose account was deleted meanwhile, or got another password,
 * ends. If the call started a session in a browser that had one, the old session ends; if that was a guest's, the guest
 * is converted first. It depends on the new session, not on a list of paths, so it covers every way to sign in.
 */
const sessionStarted = createAuthMiddleware(async (ctx) => {
  const started = ctx.context.newSession;
  if (started && !(await isStillOpen(ctx.context, started.user))) {
    await withdraw(ctx, started);
    throw closedMeanwhile();
  }
  const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret);
  if (!started || !token || token === started.session.token) return;
  const before = await ctx.context.internalAdapter.findSession(token);
  if (!before || before.session.expiresAt <= now()) return;
  const guest = before.user as { id: string; isAnonymous?: boolean };
  const account = started.user as { id: string; isAnonymous?: boolean };
  if (guest.isAnonymous && !account.isAnonymous) await link(ctx, guest.id, started);
  await ctx.context.internalAdapter.deleteSession(token);
});

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
type Started = NonNullable<Context["context"]["newSession"]>;

/** Converts the guest, or revokes the new session so that the browser stays the guest and can retry. */
async function link(ctx: Context, guestId: string, started: Started): Promise<void> {
  try {
    await linkGuest(asNobody, { anonymousUserId: guestId, userId: started.user.id });
  } catch (error) {
    log.error({ err: error, guestId, userId: started.user.id }, "a guest could not be linked to an account");
    await withdraw(ctx, started);
    throw isDomainError(error) ? conflict(error.message) : unavailable();
  }
}

/** Ends the new session, so that the browser keeps what it had. */
async function withdraw(ctx: Context, { session }: Started): Promise<void> {
  ctx.context.setNewSession(null);
  ctx.context.responseHeaders?.delete("set-cookie");
  ctx.context.responseHeaders?.delete("set-auth-token");
  await revoke(session.token);
}

/**
 * Tries twice: a connection that broke in the handler may still be in the pool. If both fail, the row is useless
 * without its cookie.
 */
async function revoke(token: string): Promise<void> {
  const remove = () => db.session.deleteMany({ where: { token } });
  await remove()
    .catch(remove)
    .catch((error) => log.error({ err: error }, "a session could not be revoked"));
}

/** As if the sign-in had come a moment later. */
function closedMeanwhile(): APIError {
  return new APIError("UNAUTHORIZED", {
    code: "INVALID_EMAIL_OR_PASSWORD",
    message: "Invalid email or password",
  });
}

function conflict(message: string): APIError {
  return new APIError("CONFLICT", { code: "GUEST_NOT_LINKED", message });
}

function unavailable(): APIError {
  const message =
    "Your guest order could not be moved to the account just now. Nothing is lost: sign in again in a moment.";
  return new APIError("SERVICE_UNAVAILABLE", { code: "GUEST_NOT_LINKED", message }, { "retry-after": "5" });
}

export const sessionRules = {
  id: "session-rules",
  hooks: {
    before: [{ matcher: ({ path }) => path === "/sign-in/email", handler: passwordCompared }],
    after: [{ matcher: () => true, handler: sessionStarted }],
  },
} satisfies BetterAuthPlugin;
