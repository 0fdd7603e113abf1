import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import { type Actor, asNobody } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import type { Reading } from "#lib/platform/reading.ts";
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
  along: z.array(z.unknown()),
});

type Row = z.output<typeof row>;

/** The caller, and what was read along, by question; nothing without a session. */
type Found = { actor: Actor; along: Map<string, unknown> };
/** Also whether the session is due for its daily extension. */
export type CallerSession = Found & { isDue: boolean };

/**
 * The caller by cookie or bearer token; "none" if it is missing or invalid. A single statement of our own, because
 * every call of the store API needs it, and better-auth signs and verifies with WebCrypto (savings: bench/README.md).
 * Extends nothing: a row that outlives its cookie is useless.
 */
export async function sessionFrom(
  headers: Headers,
  readings: readonly Reading[] = [],
): Promise<CallerSession> {
  const token = sessionTokenOf(headers);
  const session = token === null ? null : await findSession(token, readings);
  if (!session) return { ...asNobody, isDue: false, along: new Map() };
  return {
    actor: actorOf(session),
    isDue: session.expiresAt.getTime() - now().getTime() <= dueMs,
    along: new Map(readings.map(({ question }, at) => [question, session.along[at]])),
  };
}

/** The same for programs, extending the session of a bearer token as callerFrom does. */
export async function actorFrom(headers: Headers): Promise<Actor> {
  return (await callerFrom(headers, [])).actor;
}

/**
 * The caller with the results of `readings`, in one statement. Extends the session of a bearer token, which has no
 * cookie. A browser's session is extended where its cookie can be, too (GET /auth/get-session, the pages' actions).
 */
export async function callerFrom(headers: Headers, readings: readonly Reading[]): Promise<Found> {
  const { actor, isDue, along } = await sessionFrom(headers, readings);
  if (isDue && !headers.has("cookie")) await auth.api.getSession({ headers });
  return { actor, along };
}

function actorOf({ userId, isAnonymous, anonymousId, email, name, emailVerified }: Row): Actor {
  if (isAnonymous) return { type: "anonymous", userId, anonymousId: anonymousId ?? userId };
  return { type: "customer", userId, email, name, emailVerified };
}

async function findSession(token: string, readings: readonly Reading[]): Promise<Row | null> {
  const results = readings.map(({ json }) => json(Prisma.sql`u.id`));
  const statement = Prisma.sql`
    select s.expires_at as "expiresAt", u.id as "userId", u.is_anonymous as "isAnonymous", u.anonymous_id as "anonymousId",
      u.email, u.name, u.email_verified as "emailVerified",
      json_build_array(${results.length > 0 ? Prisma.join(results) : Prisma.empty}) as along
    from session s join "user" u on u.id = s.user_id
    where s.token = ${token} and s.expires_at > ${now()}`;
  const [found] = await rowsOf(asNobody, statement, row);
  return found ?? null;
}
