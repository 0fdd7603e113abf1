import { auth } from "#lib/accounts/auth/auth.ts";
import { signedToken } from "#lib/accounts/auth/session-token.ts";
import { startGuest } from "#lib/accounts/auth/start-guest.ts";
import { trustedOrigins } from "#lib/accounts/auth/trusted-origins.ts";
import type { Actor } from "#lib/platform/context.ts";

/**
 * Answers POST /auth/sign-in/anonymous ourselves where possible. A customer keeps the existing session; a new visitor
 * gets what better-auth would create, in one statement. Null: left to better-auth.
 */
export async function signInGuest(headers: Headers, actor: Actor): Promise<Response | null> {
  if (actor.type === "customer") return accountStays(headers);
  if (!isNewcomer(headers)) return null;
  const { user, token, setCookie } = await startGuest(headers);
  const handedOut = {
    "set-cookie": setCookie,
    "set-auth-token": signedToken(token),
    "access-control-expose-headers": "set-auth-token",
  };
  return Response.json({ token, user }, { headers: handedOut });
}

/** Without a token or a better-auth cookie, and without any cookie from a foreign page. */
function isNewcomer(headers: Headers): boolean {
  if (headers.has("authorization")) return false;
  const cookies = headers.get("cookie");
  if (cookies === null) return true;
  return !cookies.includes("better-auth") && trustedOrigins.includes(headers.get("origin") ?? "");
}

async function accountStays(headers: Headers): Promise<Response | null> {
  const present = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!present || present.user.isAnonymous) return null;
  return Response.json({ token: present.session.token, user: present.user });
}
