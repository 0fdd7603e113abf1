import { tokens } from "#lib/accounts/verbs.ts";
import type { CommercetoolsRoute } from "../dialect.ts";
import { projectKey } from "../project.ts";
import { oauthRoute, required } from "./dialect.ts";
import { anonymousForm, introspectForm, passwordForm, revokeForm, tokenForm } from "./forms.ts";
import { anonymousSession, byGrantType, clientCredentials, password } from "./grants.ts";
import { covers, scopeText } from "./scopes.ts";

/** The OAuth endpoints. */
export const oauthRoutes: readonly CommercetoolsRoute[] = [
  oauthRoute(
    {
      id: "ct.token",
      path: "/token",
      summary: "A token for the program itself, or a refreshed one",
      form: tokenForm,
    },
    byGrantType({ client_credentials: clientCredentials }),
  ),
  oauthRoute(
    {
      id: "ct.anonymousToken",
      path: `/${projectKey}/anonymous/token`,
      summary: "A guest's session",
      form: anonymousForm,
    },
    byGrantType({ client_credentials: anonymousSession }),
  ),
  oauthRoute(
    {
      id: "ct.customerToken",
      path: `/${projectKey}/customers/token`,
      summary: "A customer's session",
      form: passwordForm,
    },
    byGrantType({ password }),
  ),
  oauthRoute(
    {
      id: "ct.introspect",
      path: "/introspect",
      summary: "The scopes and the expiry of a token",
      form: introspectForm,
    },
    {
      verb: tokens.introspect,
      asks: ({ form }) => ({ token: required(form, "token") }),
      answers: (found, { client }) => {
        const mayAsk = found?.clientId === client.id || covers(client.scopes, "introspect_oauth_tokens");
        if (!found || !mayAsk) return { active: false };
        // Milliseconds, like the real service.
        return { active: true, scope: scopeText(found.scopes, found), exp: found.expiresAt.getTime() };
      },
    },
  ),
  oauthRoute(
    { id: "ct.revoke", path: "/token/revoke", summary: "Revoke a token", form: revokeForm },
    {
      verb: tokens.revoke,
      // The hint is not needed: a token shows what it is.
      asks: ({ form }) => ({ token: required(form, "token") }),
      answers: () => ({}),
    },
  ),
];
