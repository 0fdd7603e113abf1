import { type ApiClient, findClient } from "#lib/accounts/api-access/index.ts";
import type { Actor } from "#lib/platform/context.ts";
import { type Answer, callerOf, readText } from "#lib/platform/http/index.ts";
import { acts, limited } from "#lib/platform/limits/index.ts";
import { Refusal } from "../http/refusal.ts";
import type { Incoming, Route } from "../http/router.ts";

const limits = [acts.handleTokens] as const;

export const nobody = { actor: { type: "none" } } as const;

/** A field of the form, or of the query, where older clients send it (sheet 1.1). */
export type Form = (name: string) => string | null;

/** `caller` is the client as somebody who acts. */
export type OAuthCall = { client: ApiClient; caller: { actor: Actor }; form: Form };

/** An OAuth endpoint: its client proves itself by HTTP Basic, its input is a form. */
export function oauthRoute(
  spec: Pick<Route, "id" | "path" | "summary"> & Required<Pick<Route, "form">>,
  decide: (call: OAuthCall) => Promise<Record<string, unknown>>,
): Route {
  const handle = async (incoming: Incoming): Promise<Answer> => {
    const client = await authenticate(incoming.request);
    const fields = new URLSearchParams(await readText(incoming.request));
    const form: Form = (name) => fields.get(name) ?? incoming.query.get(name);
    const caller = callerOf({ type: "api-client", clientId: client.id, scopes: client.scopes });
    const body = await limited(limits, caller, () => decide({ client, caller, form }));
    return { status: 200, body, headers: { pragma: "no-cache" } };
  };
  return { ...spec, limits, method: "POST", access: null, handle };
}

async function authenticate(request: Request): Promise<ApiClient> {
  const given = credentials(request.headers.get("authorization"));
  const missing = refused(
    "invalid_client",
    "Please provide valid client credentials using HTTP Basic Authentication.",
    401,
  );
  if (!given) throw missing;
  return limited(
    [acts.proveClient],
    { ...callerOf(nobody.actor), subject: { clientId: given.id } },
    async () => {
      const client = await findClient(nobody, given);
      if (!client) throw missing;
      return client;
    },
  );
}

function credentials(header: string | null): { id: string; secret: string } | null {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  // PostgreSQL takes no NUL in a text.
  if (colon < 1 || text.includes("\0")) return null;
  return { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

export function refused(code: string, message: string, status = 400): Refusal {
  return new Refusal(status, { code, message });
}

/** @throws invalid_request */
export function required(form: Form, name: string): string {
  const value = form(name);
  if (value === null || value === "") {
    throw refused("invalid_request", `Missing required parameter: ${name}.`);
  }
  return value;
}
