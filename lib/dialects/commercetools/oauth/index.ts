import { findToken, revokeToken } from "#lib/accounts/api-access/index.ts";
import { invalidInput } from "../http/refusal.ts";
import type { Route } from "../http/router.ts";
import { projectKey } from "../project.ts";
import { anonymousForm, introspectForm, passwordForm, revokeForm, tokenForm } from "./forms.ts";
import { anonymousSession, byGrantType, clientCredentials, password } from "./grants.ts";
import { nobody, oauthRoute, required } from "./oauth-route.ts";
import { covers, scopeText } from "./scopes.ts";

/** The OAuth endpoints (sheet 1). */
export const oauthRoutes: readonly Route[] = [
  oauthRoute(
    {
      id: "ct.token",
      path: "/oauth/token",
      summary: "A token for the program itself, or a fresh one",
      form: tokenForm,
    },
    byGrantType({ client_credentials: clientCredentials }),
  ),
  oauthRoute(
    {
      id: "ct.anonymousToken",
      path: `/oauth/${projectKey}/anonymous/token`,
      summary: "A guest's session",
      form: anonymousForm,
    },
    byGrantType({ client_credentials: anonymousSession }),
  ),
  oauthRoute(
    {
      id: "ct.customerToken",
      path: `/oauth/${projectKey}/customers/token`,
      summary: "A customer's session",
      form: passwordForm,
    },
    byGrantType({ password }),
  ),
  oauthRoute(
    {
      id: "ct.introspect",
      path: "/oauth/introspect",
      summary: "What a token opens, and until when",
      form: introspectForm,
    },
    async ({ client, form }) => {
      const found = await findToken(nobody, required(form, "token"));
      const mayAsk = found?.clientId === client.id || covers(client.scopes, "introspect_oauth_tokens");
      if (!found || !mayAsk) return { active: false };
      // Milliseconds, as the service is seen to send them.
      return { active: true, scope: scopeText(found.scopes, found), exp: found.expiresAt.getTime() };
    },
  ),
  oauthRoute(
    { id: "ct.revoke", path: "/oauth/token/revoke", summary: "End a token", form: revokeForm },
    async ({ client, form }) => {
      const hint = form("token_type_hint");
      if (hint !== null && hint !== "access_token" && hint !== "refresh_token") {
        throw invalidInput(
          "Malformed parameter: token_type_hint: Expected 'access_token' or 'refresh_token'.",
        );
      }
      await revokeToken(nobody, client, required(form, "token"));
      return {};
    },
  ),
];
