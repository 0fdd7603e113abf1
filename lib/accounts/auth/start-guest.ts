import { generateId } from "better-auth";
import * as z from "zod";
import { insertGuest } from "#lib/accounts/api-access/index.ts";
import { now } from "#lib/platform/clock.ts";
import { asNobody } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { onlyRowOf } from "#lib/platform/database/rows.ts";
import { newId } from "#lib/platform/ids.ts";
import { auth } from "./auth.ts";
import { setSessionCookie } from "./set-session-cookie.ts";

/** A guest in better-auth's answers. */
const guestUser = z.object({
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  image: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  isAnonymous: z.literal(true),
  id: z.uuid(),
});

type StartedGuest = {
  user: z.output<typeof guestUser>;
  token: string;
  /** The Set-Cookie header of the session. */
  setCookie: string;
};

/**
 * Creates a guest with a session in one statement, with the same rows, token and cookie as better-auth. `headers` are
 * the visitor's.
 */
export async function startGuest(headers: Headers): Promise<StartedGuest> {
  const { authCookies, sessionConfig } = await auth.$context;
  const at = now();
  const expiresAt = new Date(at.getTime() + sessionConfig.expiresIn * 1000);
  const token = generateId(32);
  const statement = Prisma.sql`
    with guest as (${insertGuest({ userId: newId(), anonymousId: null, at })} returning *),
    started as (
      insert into session (id, token, user_id, expires_at, ip_address, user_agent, created_at, updated_at)
      select ${newId()}::uuid, ${token}, id, ${expiresAt}, '', ${headers.get("user-agent") ?? ""}, ${at}, ${at} from guest
    )
    select name, email, email_verified as "emailVerified", image, created_at as "createdAt", updated_at as "updatedAt",
      is_anonymous as "isAnonymous", id
    from guest`;
  const user = await onlyRowOf(asNobody, statement, guestUser);
  return { user, token, setCookie: setSessionCookie(token, authCookies.sessionToken) };
}
