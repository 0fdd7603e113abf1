import { findToken, revokeToken } from "#lib/api-access/index.ts";
import { invalidInput } from "../http/refusal.ts";
import type { Route } from "../http/router.ts";
import { projectKey } from "../project.ts";
import { anonymousSession, byGrantType, clientCredentials, password } from "./grants.ts";
import { nobody, oauthRoute, required } from "./oauth-route.ts";
import { covers, scopeText } from "./scopes.ts";

/** The OAuth endpoints (sheet 1). */
export const oauthRoutes: readonly Route[] = [
  oauthRoute("ct.token", "/oauth/token", byGrantType({ client_credentials: clientCredentials })),
  oauthRoute(
    "ct.anonymousToken",
    `/oauth/${projectKey}/anonymous/token`,
    byGrantType({ client_credentials: anonymousSession }),
  ),
  oauthRoute("ct.customerToken", `/oauth/${projectKey}/customers/token`, byGrantType({ password })),
  oauthRoute("ct.introspect", "/oauth/introspect", async ({ client, form }) => {
    const found = await findToken(nobody, required(form, "token"));
    const mayAsk = found?.clientId === client.id || covers(client.scopes, "introspect_oauth_tokens");
    if (!found || !mayAsk) return { active: false };
    // Milliseconds, as the service is seen to send them.
    return { active: true, scope: scopeText(found.scopes, found), exp: found.expiresAt.getTime() };
  }),
  oauthRoute("ct.revoke", "/oauth/token/revoke", async ({ client, form }) => {
    const hint = form("token_type_hint");
    if (hint !== null && hint !== "access_token" && hint !== "refresh_token") {
      throw invalidInput("Malformed parameter: token_type_hint: Expected 'access_token' or 'refresh_token'.");
    }
    await revokeToken(nobody, client, required(form, "token"));
    return {};
  }),
];
