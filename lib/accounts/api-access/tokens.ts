import { randomBytes } from "node:crypto";
import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import { type Context, database, inTransaction } from "#lib/platform/context.ts";
import { isForeignKeyViolation, Prisma } from "#lib/platform/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { rowsOf } from "#lib/platform/rows.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import type { ApiClient } from "./find-client.ts";

/** The holder of a token: the client itself, a guest or a customer. */
export type Holder = { userId: string | null; anonymousId: string | null };

type Kind = "access" | "refresh";
type Grant = {
  kind: Kind;
  client: ApiClient;
  holder: Holder;
  /** Null for a program's own token. */
  sessionId: string | null;
  scopes: string[];
  prefix?: string;
};
type Issued = { token: string; expiresAt: Date };

/**
 * Issues an opaque token of 32 random bytes; the database only stores its SHA-256.
 * @throws session_changed if the holder was deleted meanwhile
 */
export async function issueToken(ctx: Context, grant: Grant): Promise<Issued> {
  const { kind, client, holder, sessionId, scopes } = grant;
  const token = `${grant.prefix ?? ""}${randomBytes(32).toString("base64url")}`;
  const seconds = kind === "access" ? client.accessTokenSeconds : client.refreshTokenSeconds;
  const expiresAt = inSeconds(seconds);
  try {
    await database(ctx).oAuthToken.createMany({
      data: [
        {
          ...{ id: newId(), kind, tokenHash: sha256(token), clientId: client.id },
          ...{ sessionId, scopes, expiresAt, ...holder },
        },
      ],
    });
  } catch (error) {
    if (isForeignKeyViolation(error)) {
      throw new DomainError("session_changed", "The session has ended", { cause: error });
    }
    throw error;
  }
  return { token, expiresAt };
}

const liveToken = z.object({
  kind: z.enum(["access", "refresh"]),
  clientId: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.date(),
  userId: z.string().nullable(),
  anonymousId: z.string().nullable(),
  sessionId: z.string().nullable(),
  user: z.object({ email: z.string(), name: z.string(), emailVerified: z.boolean() }).nullable(),
});

/** A valid token and its holder. */
export type LiveToken = z.output<typeof liveToken>;

/** The token if it is valid and its user has not changed type since it was issued; otherwise null. */
export async function findToken(ctx: Context, token: string): Promise<LiveToken | null> {
  const statement = Prisma.sql`
    select t.kind, t.client_id as "clientId", t.scopes, t.expires_at as "expiresAt", t.user_id as "userId",
      t.anonymous_id as "anonymousId", t.session_id as "sessionId",
      case when u.id is not null then json_build_object('email', u.email, 'name', u.name, 'emailVerified', u.email_verified) end as "user"
    from oauth_token t left join "user" u on u.id = t.user_id
    where t.token_hash = ${sha256(token)} and t.expires_at > ${now()}
      and (t.user_id is null or u.is_anonymous = (t.anonymous_id is not null))`;
  const [found] = await rowsOf(ctx, statement, liveToken);
  return found ?? null;
}

/** A refresh token of this client; using it restarts its inactivity period. */
export async function touchRefreshToken(
  ctx: Context,
  client: ApiClient,
  token: string,
): Promise<LiveToken | null> {
  const found = await findToken(ctx, token);
  if (found?.kind !== "refresh" || found.clientId !== client.id) return null;
  const { count } = await database(ctx).oAuthToken.updateMany({
    where: { tokenHash: sha256(token) },
    data: { expiresAt: inSeconds(client.refreshTokenSeconds) },
  });
  return count === 1 ? found : null;
}

/** Revokes a token of this client; with a refresh token, the access tokens of its session. Idempotent. */
export async function revokeToken(
  ctx: Context,
  { clientId, token }: { clientId: string; token: string },
): Promise<void> {
  const where = { tokenHash: sha256(token), clientId };
  await inTransaction(ctx, async ({ tx }) => {
    const found = await tx.oAuthToken.findFirst({ where });
    // First this one: no other access token can come from it afterwards.
    await tx.oAuthToken.deleteMany({ where });
    if (found?.kind !== "refresh" || found.sessionId === null) return;
    const { userId, sessionId } = found;
    await tx.oAuthToken.deleteMany({ where: { userId, sessionId } });
  });
}

/** Revokes every token of a user: a stolen password may have been used to get them. */
export async function endTokensOf(ctx: Context, { userId }: { userId: string }): Promise<void> {
  await database(ctx).oAuthToken.deleteMany({ where: { userId } });
}

function inSeconds(seconds: number): Date {
  return new Date(now().getTime() + seconds * 1000);
}
