import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import type { Actor } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { rowsOf } from "#lib/platform/rows.ts";
import { auth } from "./auth.ts";
import { lifetimes } from "./lifetimes.ts";
import { sessionTokenOf } from "./session-token.ts";

const dueMs = (lifetimes.session - lifetimes.sessionUpdate) * 1000;

const row = z.object({
  expiresAt: z.date(),
  userId: z.uuid(),
  isAnonymous: z.boolean(),
  anonymousId: z.string().nullable(),
  email: z.string(),
  name: z.string(),
  emailVerified: z.boolean(),
});

type Row = z.output<typeof row>;

/** The caller, and whether the session is due for its daily extension. */
export type CallerSession = { actor: Actor; isDue: boolean };

/**
 * The caller by cookie or bearer token; "none" if it is missing or invalid. A single statement of our own, because
 * every call of the store API needs it, and better-auth signs and verifies with WebCrypto (savings: bench/README.md).
 * Extends nothing: a row that outlives its cookie is useless.
 */
export async function sessionFrom(headers: Headers): Promise<CallerSession> {
  const token = sessionTokenOf(headers);
  const session = token === null ? null : await findSession(token);
  if (!session) return { actor: { type: "none" }, isDue: false };
  return { actor: actorOf(session), isDue: session.expiresAt.getTime() - now().getTime() <= dueMs };
}

/**
 * The same for programs, extending the session of a bearer token, which has no cookie. A browser's session is extended
 * where its cookie can be, too (GET /auth/get-session, the pages' actions).
 */
export async function actorFrom(headers: Headers): Promise<Actor> {
  const { actor, isDue } = await sessionFrom(headers);
  if (isDue && !headers.has("cookie")) await auth.api.getSession({ headers });
  return actor;
}

function actorOf({ userId, isAnonymous, anonymousId, email, name, emailVerified }: Row): Actor {
  if (isAnonymous) return { type: "anonymous", userId, anonymousId: anonymousId ?? userId };
  return { type: "customer", userId, email, name, emailVerified };
}

async function findSession(token: string): Promise<Row | null> {
  const statement = Prisma.sql`
    select s.expires_at as "expiresAt", u.id as "userId", u.is_anonymous as "isAnonymous", u.anonymous_id as "anonymousId",
      u.email, u.name, u.email_verified as "emailVerified"
    from session s join "user" u on u.id = s.user_id
    where s.token = ${token} and s.expires_at > ${now()}`;
  const [found] = await rowsOf({ actor: { type: "none" } }, statement, row);
  return found ?? null;
}
