import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import { db } from "#lib/platform/database/db.ts";
import { hashEmail } from "#lib/platform/secrets.ts";

const cookie = "confirmed_mailbox";
const hour = 60 * 60;
const payload = z.object({ userId: z.uuid(), email: z.string() });

/** An account with the address that was confirmed. If its address changes later, that proves nothing about the new one. */
type Confirmed = z.output<typeof payload>;

/**
 * A confirmation link proves that its reader owns the mailbox, not the account: somebody else may have signed up with
 * the address. Opened in a browser that is signed in to the account, it proves both. Another browser remembers it, and
 * signing in there within the hour completes the proof.
 */
const linkOpened = createAuthMiddleware(async (ctx) => {
  if (hasFailed(ctx.context.returned)) return;
  const token: unknown = ctx.query?.token;
  const confirmed = typeof token === "string" ? confirmedBy(token) : null;
  if (!confirmed) return;
  const name = ctx.context.createAuthCookie(cookie, { maxAge: hour });
  const session = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret);
  const here = session ? await ctx.context.internalAdapter.findSession(session) : null;
  if (here?.user.id === confirmed.userId && here.session.expiresAt > now()) await ownerProven(confirmed);
  else await ctx.setSignedCookie(name.name, markOf(confirmed), ctx.context.secret, name.attributes);
});

const signedIn = createAuthMiddleware(async (ctx) => {
  const started = ctx.context.newSession;
  if (!started || isAPIError(ctx.context.returned)) return;
  const name = ctx.context.createAuthCookie(cookie);
  const mark = await ctx.getSignedCookie(name.name, ctx.context.secret);
  const { id: userId, email } = started.user;
  if (mark !== markOf({ userId, email })) return;
  await ownerProven({ userId, email });
  ctx.setCookie(name.name, "", { ...name.attributes, maxAge: 0 });
});

function markOf({ userId, email }: Confirmed): string {
  return `${userId} ${hashEmail(email)}`;
}

/** Records that the account's holder owns its mailbox. */
async function ownerProven({ userId, email }: Confirmed): Promise<void> {
  await db.user.updateMany({
    where: { id: userId, email, ownerProvenAt: null },
    data: { ownerProvenAt: new Date() },
  });
}

/** The redirect shows whether the link was valid. */
function hasFailed(returned: unknown): boolean {
  if (!isAPIError(returned)) return false;
  const location = new Headers(returned.headers).get("location") ?? "";
  return returned.statusCode !== 302 || /[?&]error=/.test(location);
}

/** What a token confirms. better-auth has just verified its signature. */
function confirmedBy(token: string): Confirmed | null {
  const [, part = ""] = token.split(".");
  const parsed = payload.safeParse(JSON.parse(Buffer.from(part, "base64url").toString()));
  return parsed.success ? parsed.data : null;
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
