import * as z from "zod";
import { checkPassword } from "#lib/accounts/auth/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { alreadyTaken, DomainError, notFound } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import {
  type ApiClient,
  type Holder,
  issueToken,
  startAnonymousSession,
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

export type IssuedTokens = {
  holder: Holder;
  scopes: string[];
  accessToken: string;
  refreshToken: string | null;
};

/**
 * Issues tokens for a grant. A guest is created with its tokens or not at all: otherwise its id would be lost.
 * @throws already_taken for an anonymousId in use, unauthenticated for a wrong password, not_found for an unknown
 * refresh token, session_changed
 */
export async function issueTokens(ctx: Context, request: TokenRequest): Promise<IssuedTokens> {
  const { grant } = request;
  // Checking a hash is slow, so it happens before the transaction.
  const account = grant.type === "password" ? await checkedAccount(grant) : noUser;
  return inTransaction(ctx, async (inside) => {
    const { scopes, ...session } = await sessionFor(inside, request, account);
    const holder = { userId: session.userId, anonymousId: session.anonymousId };
    const issue = { client: request.client, scopes, holder, sessionId: session.sessionId };
    const access = await issueToken(inside, { ...issue, kind: "access" });
    const isNew = grant.type === "guest" || grant.type === "password";
    const refresh =
      isNew && (await issueToken(inside, { ...issue, kind: "refresh", prefix: request.prefix }));
    return { holder, scopes, accessToken: access.token, refreshToken: refresh ? refresh.token : null };
  });
}

const noUser: Holder = { userId: null, anonymousId: null };

async function checkedAccount(credentials: { email: string; password: string }): Promise<Holder> {
  const account = await checkPassword(credentials);
  if (account) return { userId: account.userId, anonymousId: null };
  throw new DomainError("unauthenticated", "Email address and password do not match");
}

async function sessionFor(ctx: Context, { client, grant }: TokenRequest, account: Holder) {
  if (grant.type === "refresh") {
    const found = await touchRefreshToken(ctx, client, grant.token);
    if (!found) throw notFound("Refresh token");
    return found;
  }
  const { scopes } = grant;
  if (grant.type === "client") return { ...noUser, scopes, sessionId: null };
  const sessionId = newId();
  if (grant.type === "password") return { ...account, scopes, sessionId };
  const guest = await startAnonymousSession(ctx, grant.anonymousId);
  if (!guest) throw alreadyTaken("anonymousId", grant.anonymousId ?? "");
  return { ...guest, scopes, sessionId };
}
