import type { Grant, IssuedTokens } from "#lib/accounts/issue-tokens.ts";
import { tokens } from "#lib/accounts/verbs.ts";
import type { DomainError } from "#lib/platform/errors.ts";
import { insufficientScope } from "../http/refusal.ts";
import { projectKey } from "../project.ts";
import { type OAuthCall, refused, required } from "./dialect.ts";
import { covers, grantedScopes, scopeText } from "./scopes.ts";

type Asks = (call: OAuthCall) => Grant;

/** A token for the program itself. */
export const clientCredentials: Asks = (call) => ({
  type: "client",
  scopes: askedScopes(call, "program"),
});

/** A new anonymous session. */
export const anonymousSession: Asks = (call) => {
  if (!covers(call.client.scopes, "create_anonymous_token")) {
    throw insufficientScope(
      "Insufficient scope. One of the following scopes is missing: create_anonymous_token.",
    );
  }
  const anonymousId = chosenAnonymousId(call.form("anonymous_id"));
  return { type: "guest", scopes: askedScopes(call, "shopper"), anonymousId };
};

/** A customer's token. It transfers nothing: use /me/login for that. */
export const password: Asks = (call) => ({
  type: "password",
  email: required(call.form, "username"),
  password: required(call.form, "password"),
  scopes: askedScopes(call, "shopper"),
});

/** A new access token for the same session; the refresh token stays. */
const refresh: Asks = ({ form }) => ({ type: "refresh", token: required(form, "refresh_token") });

/** Selects the grant by `grant_type` among those of an endpoint. Every endpoint supports refreshing. */
export function byGrantType(offered: Record<string, Asks>) {
  const known = new Map(Object.entries({ refresh_token: refresh, ...offered }));
  return {
    verb: tokens.issue,
    asks: (call: OAuthCall) => {
      const type = required(call.form, "grant_type");
      const grant = known.get(type);
      if (grant) return { client: call.client, grant: grant(call), prefix: `${projectKey}:` };
      throw refused("unsupported_grant_type", `Invalid parameter: grant_type: Invalid grant type: ${type}`);
    },
    answers: tokenAnswer,
    fails,
  };
}

function tokenAnswer({ scopes, holder, ...issued }: IssuedTokens, { client }: OAuthCall) {
  return {
    access_token: issued.accessToken,
    token_type: "Bearer",
    expires_in: client.accessTokenSeconds,
    scope: scopeText(scopes, holder),
    ...(issued.refreshToken !== null && { refresh_token: issued.refreshToken }),
  };
}

function fails(error: DomainError): DomainError {
  switch (error.code) {
    case "already_taken":
      return refused("invalid_request", "The anonymousId is already in use.");
    case "unauthenticated":
      return refused(
        "invalid_customer_account_credentials",
        "Customer account with the given credentials not found.",
      );
    case "not_found":
      return refused("invalid_grant", "The refresh token was not found. It may have expired.");
    default:
      return error;
  }
}

function askedScopes({ client, form }: OAuthCall, holder: "program" | "shopper"): string[] {
  const scopes = grantedScopes(form("scope"), client.scopes, holder);
  if (scopes) return scopes;
  throw refused("invalid_scope", "Malformed parameter: scope: Invalid scope.");
}

function chosenAnonymousId(given: string | null): string | undefined {
  if (given === null || given === "") return undefined;
  if (given.length <= 256 && /^[^\p{Cc}\p{Cs}]+$/u.test(given)) return given;
  throw refused("invalid_request", "Malformed parameter: anonymous_id: At most 256 visible characters.");
}
