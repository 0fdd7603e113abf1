import {
  type Holder,
  issueToken,
  startAnonymousSession,
  useRefreshToken,
} from "#lib/accounts/api-access/index.ts";
import { checkPassword } from "#lib/accounts/auth/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { acts, limited } from "#lib/platform/limits/index.ts";
import { insufficientScope } from "../http/refusal.ts";
import { projectKey } from "../project.ts";
import { nobody, type OAuthCall, refused, required } from "./oauth-route.ts";
import { covers, grantedScopes, scopeText } from "./scopes.ts";

type Grant = (call: OAuthCall) => Promise<Record<string, unknown>>;

const noUser: Holder = { userId: null, anonymousId: null };

/** A token for the program itself (sheet 1.5). */
export const clientCredentials: Grant = (call) => tokens(nobody, call, askedScopes(call), noUser, false);

/** A new anonymous session (sheet 1.3). */
export const anonymousSession: Grant = async (call) => {
  if (!covers(call.client.scopes, "create_anonymous_token")) {
    throw insufficientScope(
      "Insufficient scope. One of the following scopes is missing: create_anonymous_token.",
    );
  }
  const scopes = askedScopes(call);
  const chosenId = chosenAnonymousId(call.form("anonymous_id"));
  // Together: a session whose tokens nobody got would keep its id from who asks again.
  const start = async (ctx: Context) => {
    const guest = await startAnonymousSession(ctx, chosenId);
    if (!guest) throw refused("invalid_request", "The anonymousId is already in use.");
    return tokens(ctx, call, scopes, guest, true);
  };
  return limited([acts.startGuestSession], call.caller, () => inTransaction(nobody, start));
};

/** A customer's token (sheet 1.6). It moves nothing: that is what /me/login is for. */
export const password: Grant = async (call) => {
  const email = required(call.form, "username");
  const given = required(call.form, "password");
  const scopes = askedScopes(call);
  const account = await limited([acts.useCredentials], { ...call.caller, subject: { email } }, () =>
    checkPassword({ email, password: given }),
  );
  if (!account) {
    throw refused(
      "invalid_customer_account_credentials",
      "Customer account with the given credentials not found.",
    );
  }
  const holder = { userId: account.userId, anonymousId: null };
  return inTransaction(nobody, (ctx) => tokens(ctx, call, scopes, holder, true));
};

/** Another access token for the same session; the refresh token stays (sheet 1.4). */
export const refresh: Grant = (call) =>
  inTransaction(nobody, async (ctx) => {
    const found = await useRefreshToken(ctx, call.client, required(call.form, "refresh_token"));
    if (!found) throw refused("invalid_grant", "The refresh token was not found. It may have expired.");
    return tokens(ctx, call, found.scopes, found, false);
  });

const grants: Record<string, Grant> = { refresh_token: refresh };

/** The grant that `grant_type` names, among those of an endpoint. A refresh is taken everywhere. */
export function byGrantType(offered: Record<string, Grant>): Grant {
  return (call) => {
    const type = required(call.form, "grant_type");
    const known = { ...grants, ...offered };
    const grant = Object.hasOwn(known, type) ? known[type] : undefined;
    if (grant) return grant(call);
    throw refused("unsupported_grant_type", `Invalid parameter: grant_type: Invalid grant type: ${type}`);
  };
}

function askedScopes({ client, form }: OAuthCall): string[] {
  const scopes = grantedScopes(form("scope"), client.scopes);
  if (scopes) return scopes;
  throw refused("invalid_scope", "Malformed parameter: scope: Invalid scope.");
}

function chosenAnonymousId(given: string | null): string | undefined {
  if (given === null || given === "") return undefined;
  if (given.length <= 256 && /^[^\p{Cc}\p{Cs}]+$/u.test(given)) return given;
  throw refused("invalid_request", "Malformed parameter: anonymous_id: At most 256 visible characters.");
}

async function tokens(
  ctx: Context,
  { client }: OAuthCall,
  scopes: string[],
  { userId, anonymousId }: Holder,
  withRefreshToken: boolean,
): Promise<Record<string, unknown>> {
  const grant = { client, scopes, holder: { userId, anonymousId } };
  const access = await issueToken(ctx, { ...grant, kind: "access" });
  const renewal =
    withRefreshToken && (await issueToken(ctx, { ...grant, kind: "refresh", prefix: `${projectKey}:` }));
  return {
    access_token: access.token,
    token_type: "Bearer",
    expires_in: client.accessTokenSeconds,
    scope: scopeText(scopes, grant.holder),
    ...(renewal && { refresh_token: renewal.token }),
  };
}
