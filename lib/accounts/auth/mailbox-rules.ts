import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import { db } from "#lib/platform/database/db.ts";

const cookie = "confirmed_mailbox";
const hour = 60 * 60;
const payload = z.object({ userId: z.uuid() });

/**
 * A confirmation link proves that its reader owns the mailbox, not the account: somebody else may have signed up with
 * the address. Opened in a browser that is signed in to the account, it proves both. Another browser remembers it, and
 * signing in there within the hour completes the proof.
 */
const linkOpened = createAuthMiddleware(async (ctx) => {
  if (hasFailed(ctx.context.returned)) return;
  const token: unknown = ctx.query?.token;
  const userId = typeof token === "string" ? accountOf(token) : null;
  if (!userId) return;
  const name = ctx.context.createAuthCookie(cookie, { maxAge: hour });
  const session = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret);
  const here = session ? await ctx.context.internalAdapter.findSession(session) : null;
  if (here?.user.id === userId && here.session.expiresAt > now()) await ownerProven(userId);
  else await ctx.setSignedCookie(name.name, userId, ctx.context.secret, name.attributes);
});

const signedIn = createAuthMiddleware(async (ctx) => {
  const started = ctx.context.newSession;
  if (!started || isAPIError(ctx.context.returned)) return;
  const name = ctx.context.createAuthCookie(cookie);
  const userId = await ctx.getSignedCookie(name.name, ctx.context.secret);
  if (userId !== started.user.id) return;
  await ownerProven(userId);
  ctx.setCookie(name.name, "", { ...name.attributes, maxAge: 0 });
});

/** Records that the account's holder owns its mailbox. */
async function ownerProven(userId: string): Promise<void> {
  await db.user.updateMany({
    where: { id: userId, ownerProvenAt: null },
    data: { ownerProvenAt: new Date() },
  });
}

/** The redirect shows whether the link was valid. */
function hasFailed(returned: unknown): boolean {
  if (!isAPIError(returned)) return false;
  const location = new Headers(returned.headers).get("location") ?? "";
  return returned.statusCode !== 302 || /[?&]error=/.test(location);
}

/** The address that a token confirms. better-auth has just verified its signature. */
function accountOf(token: string): string | null {
  const [, part = ""] = token.split(".");
  const parsed = payload.safeParse(JSON.parse(Buffer.from(part, "base64url").toString()));
  return parsed.success ? parsed.data.userId : null;
}

export const mailboxRules = {
  id: "mailbox-rules",
  hooks: {
    after: [
      { matcher: ({ path }) => path === "/verify-email", handler: linkOpened },
      { matcher: ({ path }) => path === "/sign-in/email", handler: signedIn },
    ],
  },
} satisfies BetterAuthPlugin;
