import type * as z from "zod";
import type { ApiClient } from "#lib/accounts/api-access/index.ts";
import { clients } from "#lib/accounts/verbs.ts";
import type { Context } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { callerOf, type Dialect, defineRoute, readText, type Translation } from "#lib/platform/http/index.ts";
import { perform, type Who } from "#lib/platform/verb/index.ts";
import type { CommercetoolsRoute, CommercetoolsSpec } from "../dialect.ts";
import { toFailure } from "../http/errors.ts";
import { Refusal } from "../http/refusal.ts";
import { mount } from "../project.ts";

/** Reads a field of the form, or of the query, which older clients use. */
export type Form = (name: string) => string | null;

export type OAuthCall = { client: ApiClient; form: Form };

/** The OAuth endpoints: a client authenticates with HTTP Basic, and sends a form. */
const oauthDialect: Dialect<CommercetoolsSpec, OAuthCall, object, Context & { client: ApiClient }> = {
  mount,
  async caller({ request }) {
    const client = await provenClient(request);
    return { ...callerOf({ type: "api-client", clientId: client.id, scopes: client.scopes }), client };
  },
  async read({ request, query }, _spec, { client }) {
    const fields = new URLSearchParams(await readText(request));
    return { client, form: (name) => only(fields, name) ?? only(query, name) };
  },
  write: (body) => ({ status: 200, body, headers: { pragma: "no-cache" } }),
  failure: toFailure,
};

/** `path` is below /oauth: "/token". */
export function oauthRoute<W extends Who, T extends z.ZodType, R>(
  spec: Pick<CommercetoolsSpec, "id" | "path" | "summary" | "form">,
  translation: Translation<W, T, R, OAuthCall, object>,
): CommercetoolsRoute {
  const path = `${mount}/oauth${spec.path}`;
  return defineRoute(
    oauthDialect,
    { ...spec, path, method: "POST", tag: "OAuth", access: null },
    translation,
  );
}

async function provenClient(request: Request): Promise<ApiClient> {
  const given = credentials(request.headers.get("authorization"));
  if (!given) throw invalidClient();
  try {
    return await perform(clients.prove, callerOf({ type: "none" }), given);
  } catch (error) {
    throw isDomainError(error, "unauthenticated") ? invalidClient() : error;
  }
}

function credentials(header: string | null): { clientId: string; secret: string } | null {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  // PostgreSQL rejects NUL in text.
  if (colon < 1 || text.includes("\0")) return null;
  return { clientId: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function invalidClient(): Refusal {
  const message = "Please provide valid client credentials using HTTP Basic Authentication.";
  return refused("invalid_client", message, 401);
}

/** RFC 6749 forbids repeating a parameter; which one counts would be a guess. @throws invalid_request */
function only(fields: URLSearchParams, name: string): string | null {
  const [value = null, ...more] = fields.getAll(name);
  if (more.length === 0) return value;
  throw refused("invalid_request", `Repeated parameter: ${name}.`);
}

/** An error with a code of OAuth's. */
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
