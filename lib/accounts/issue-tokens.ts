import * as z from "zod";
import { checkPassword } from "#lib/accounts/auth/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { alreadyTaken, DomainError, notFound } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import {
  type ApiClient,
  type Holder,
  mintTokens,
  mintTokensWith,
  newGuest,
  type Tokens,
  touchRefreshToken,
} from "./api-access/index.ts";

/** What a token is for: the client itself, a new guest, a customer by password, or an existing session. */
export const grant = z.discriminatedUnion("type", [
  z.object({ type: z.literal("client"), scopes: z.array(z.string()) }),
  z.object({ type: z.literal("guest"), scopes: z.array(z.string()), anonymousId: z.string().optional() }),
  z.object({
    type: z.literal("password"),
    scopes: z.array(z.string()),
    email: z.string(),
    password: z.string(),
  }),
  z.object({ type: z.literal("refresh"), token: z.string() }),
]);
export type Grant = z.output<typeof grant>;

export const tokenRequest = z.object({
  client: z.custom<ApiClient>(),
  grant,
  /** The prefix of its refresh tokens. */
  prefix: z.string(),
});
type TokenRequest = z.output<typeof tokenRequest>;

export type IssuedTokens = Tokens & { holder: Holder; scopes: string[] };

const noUser: Holder = { userId: null, anonymousId: null };

/**
 * Issues tokens for a grant. A guest is created with its tokens or not at all: otherwise its id would be lost.
 * @throws already_taken for an anonymousId in use, unauthenticated for a wrong password, not_found for an unknown
 * refresh token, session_changed
 */
export async function issueTokens(ctx: Context, request: TokenRequest): Promise<IssuedTokens> {
  const { client, grant, prefix } = request;
  if (grant.type === "refresh") return renew(ctx, client, grant.token);
  const { scopes } = grant;
  if (grant.type === "client") {
    const tokens = await mintTokens(ctx, { client, scopes, holder: noUser, sessionId: null });
    return { ...tokens, holder: noUser, scopes };
  }
  const session = { client, scopes, sessionId: newId(), refreshPrefix: prefix };
  if (grant.type === "password") {
    const account = await checkPassword(grant);
    const holder = { userId: account?.userId ?? null, anonymousId: null };
    const tokens = account && (await mintTokensWith(ctx, openWith(account), { ...session, holder }));
    if (!tokens) throw new DomainError("unauthenticated", "Email address and password do not match");
    return { ...tokens, holder, scopes };
  }
  const guest = await newGuest(ctx, grant.anonymousId);
  const tokens = guest && (await mintTokensWith(ctx, guest.insert, { ...session, holder: guest.holder }));
  if (!tokens) throw alreadyTaken("anonymousId", grant.anonymousId ?? "");
  return { ...tokens, holder: guest.holder, scopes };
}

/** The account if it was neither deleted nor got another password since this one was compared. Whoever does that waits. */
function openWith({ userId, passwordHash }: { userId: string; passwordHash: string }): Prisma.Sql {
  // The account is locked before its password, as when it is deleted, so that the two cannot deadlock.
  return Prisma.sql`
    select 1 from "user" u join account a on a.user_id = u.id
    where u.id = ${userId}::uuid and a.password = ${passwordHash} for key share of u for share of a`;
}

/** A further access token. Whoever revokes the refresh token meanwhile waits, and then revokes this one, too. */
function renew(ctx: Context, client: ApiClient, token: string): Promise<IssuedTokens> {
  return inTransaction(ctx, async (inside) => {
    const found = await touchRefreshToken(inside, client, token);
    if (!found) throw notFound("Refresh token");
    const { userId, anonymousId, sessionId, scopes } = found;
    const holder = { userId, anonymousId };
    return { ...(await mintTokens(inside, { client, scopes, holder, sessionId })), holder, scopes };
  });
}
