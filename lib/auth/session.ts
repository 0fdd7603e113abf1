import { type Actor, database } from "#lib/context.ts";
import { auth } from "./auth.ts";
import { sessionTokenOf } from "./session-token.ts";

const refreshAfterMs = 24 * 60 * 60 * 1000;

type Row = {
  updatedAt: Date;
  userId: string;
  isAnonymous: boolean;
  anonymousId: string | null;
  email: string;
  name: string;
  emailVerified: boolean;
};

/**
 * Who the cookie or the bearer token in `headers` says the caller is; nobody when it is missing or dead.
 * One statement of our own: every call of the store API asks this, and better-auth signs and verifies by WebCrypto
 * for it (what that saved: bench/README.md). Once a day better-auth is asked all the same, and prolongs the session.
 */
export async function actorFrom(headers: Headers): Promise<Actor> {
  const token = sessionTokenOf(headers);
  const session = token === null ? null : await findSession(token);
  if (!session) return { type: "none" };
  if (Date.now() - session.updatedAt.getTime() > refreshAfterMs) await auth.api.getSession({ headers });
  const { userId, isAnonymous, anonymousId, email, name, emailVerified } = session;
  if (isAnonymous) return { type: "anonymous", userId, anonymousId: anonymousId ?? userId };
  return { type: "customer", userId, email, name, emailVerified };
}

async function findSession(token: string): Promise<Row | null> {
  const [row] = await database({ actor: { type: "none" } }).$queryRaw<Row[]>`
    select s.updated_at as "updatedAt", u.id as "userId", u.is_anonymous as "isAnonymous", u.anonymous_id as "anonymousId",
      u.email, u.name, u.email_verified as "emailVerified"
    from session s join "user" u on u.id = s.user_id
    where s.token = ${token} and s.expires_at > now()`;
  return row ?? null;
}
