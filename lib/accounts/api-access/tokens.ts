import { randomBytes } from "node:crypto";
import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import { type Context, database, inTransaction } from "#lib/platform/context.ts";
import { isForeignKeyViolation, Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import type { ApiClient } from "./find-client.ts";

/** The holder of a token: the client itself, a guest or a customer. */
export type Holder = { userId: string | null; anonymousId: string | null };

/** What tokens are issued for. */
type Grant = {
  client: ApiClient;
  holder: Holder;
  /** Null for a program's own token. */
  sessionId: string | null;
  scopes: string[];
  /** With a refresh token, which begins with this. */
  refreshPrefix?: string;
};
export type Tokens = { accessToken: string; refreshToken: string | null };

const anything = z.object({});

/**
 * Mints opaque tokens of 32 random bytes; the database only stores their SHA-256.
 * @throws session_changed if the holder was deleted meanwhile
 */
export async function mintTokens(ctx: Context, grant: Grant): Promise<Tokens> {
  const { tokens, statement } = mint(grant, Prisma.sql`select 1`);
  try {
    await rowsOf(ctx, statement, anything);
    return tokens;
  } catch (error) {
    if (isForeignKeyViolation(error)) {
      throw new DomainError("session_changed", "The session has ended", { cause: error });
    }
    throw error;
  }
}

/**
 * The same if `holder`, a part of the statement that inserts or locks the holder's row, returns a row. Null, and nothing
 * is stored, if it returns none.
 */
export async function mintTokensWith(ctx: Context, holder: Prisma.Sql, grant: Grant): Promise<Tokens | null> {
  const { tokens, statement } = mint(grant, holder);
  return (await rowsOf(ctx, statement, anything)).length > 0 ? tokens : null;
}

/** New tokens, and the statement that stores them if `holder` returns a row. */
function mint(grant: Grant, holder: Prisma.Sql): { tokens: Tokens; statement: Prisma.Sql } {
  const { client, refreshPrefix } = grant;
  const accessToken = randomToken();
  const refreshToken = refreshPrefix === undefined ? null : `${refreshPrefix}${randomToken()}`;
  const rows = [tokenRow(grant, "access", accessToken, client.accessTokenSeconds)];
  if (refreshToken) rows.push(tokenRow(grant, "refresh", refreshToken, client.refreshTokenSeconds));
  const statement = Prisma.sql`
    with holder as (${holder})
    insert into oauth_token (id, kind, token_hash, client_id, user_id, anonymous_id, session_id, scopes, expires_at)
    select minted.* from holder, (values ${Prisma.join(rows)}) minted returning 1`;
  return { tokens: { accessToken, refreshToken }, statement };
}

function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

function tokenRow(
  { client, holder, ...of }: Grant,
  kind: string,
  token: string,
  seconds: number,
): Prisma.Sql {
  return Prisma.sql`(${newId()}::uuid, ${kind}::oauth_token_kind, ${sha256(token)}, ${client.id}, ${holder.userId}::uuid,
    ${holder.anonymousId}, ${of.sessionId}::uuid, ${of.scopes}::text[], ${inSeconds(seconds)}::timestamptz)`;
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
