import type * as z from "zod";
import { findToken, type LiveToken } from "#lib/accounts/api-access/index.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { type Answer, callerOf, parseJson, readText } from "#lib/platform/http/index.ts";
import { type Act, limited } from "#lib/platform/limits/index.ts";
import { expand, resolvers } from "../expand/index.ts";
import { covers, type Scope } from "../oauth/scopes.ts";
import { projectKey } from "../project.ts";
import { isFieldFault } from "../wire/members.ts";
import {
  insufficientScope,
  invalidField,
  invalidJson,
  invalidToken,
  noResource,
  Refusal,
} from "./refusal.ts";
import type { Access, Incoming, Route } from "./router.ts";

export type ApiCall<S extends z.ZodType = z.ZodType> = {
  ctx: Context;
  scopes: readonly string[];
  params: Record<string, string>;
  query: URLSearchParams;
  isHead: boolean;
  /** What the route's schema makes of the JSON in the body. @throws Refusal InvalidJsonInput */
  body(): Promise<z.output<S>>;
};

/** `path` is below the project key: "/me/carts/{id}". */
type Spec<S extends z.ZodType> = Omit<Route, "access" | "body" | "form" | "handle"> &
  Access & {
    body?: S;
    /** What the body asks for beside the call itself: a coupon, a contact. */
    actsIn?: (body: z.output<S>) => readonly Act[];
    /** The address in a contact that the body gives. */
    addressIn?: (body: z.output<S>) => string | null | undefined;
  };

/** A call of the API: a bearer token says who acts, its scopes say what is open (sheet 1.9, 1.10). */
export function apiRoute<S extends z.ZodType = z.ZodType>(
  { scopes, as, actsIn, addressIn, ...spec }: Spec<S>,
  decide: (call: ApiCall<S>) => Promise<Answer>,
): Route {
  const handle = async ({ request, params, query }: Incoming): Promise<Answer> => {
    const token = await authenticate(request);
    if (params.project !== projectKey) throw noResource({ key: params.project ?? "" });
    if (!scopes.some((scope) => covers(token.scopes, scope))) throw missingScope(scopes);
    const ctx = callerOf(actorOf(token, as));
    const sent = spec.body && parseBody(spec.body, await readText(request));
    const body = async () => {
      if (sent === undefined) throw new Error(`${spec.id} takes no body`);
      return sent;
    };
    const limits = [...(spec.limits ?? []), ...(sent === undefined ? [] : (actsIn?.(sent) ?? []))];
    const isHead = request.method === "HEAD";
    const subject = addressIn && sent !== undefined ? { email: addressIn(sent) } : sent;
    const answer = await limited(limits, { ...ctx, subject }, () =>
      decide({ ctx, scopes: token.scopes, params, query, isHead, body }),
    );
    const status = spec.status ?? answer.status;
    return { ...answer, status, body: await expand(ctx, answer.body, query.getAll("expand"), resolvers) };
  };
  return { ...spec, path: `/{project}${spec.path}`, access: { scopes, as }, handle };
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

async function authenticate(request: Request): Promise<LiveToken> {
  const header = request.headers.get("authorization");
  if (!header) {
    const message = "This endpoint requires an access token. You can get one from the authorization server.";
    throw new Refusal(401, { code: "invalid_token", message });
  }
  const [, given] = /^Bearer\s+(\S{1,512})\s*$/i.exec(header) ?? [];
  const token = given === undefined ? null : await findToken({ actor: { type: "none" } }, given);
  if (token?.kind !== "access") throw invalidToken();
  return token;
}

function actorOf(token: LiveToken, as: Access["as"]): Actor {
  const { userId, anonymousId, user } = token;
  if (as === "client" || (as === "anyone" && userId === null)) {
    return { type: "api-client", clientId: token.clientId, scopes: token.scopes };
  }
  if (userId !== null && anonymousId !== null && as !== "customer")
    return { type: "anonymous", userId, anonymousId };
  if (userId !== null && anonymousId === null && user) return { type: "customer", userId, ...user };
  throw insufficientScope(
    as === "shopper"
      ? "This endpoint requires an access token issued either for a customer or for an anonymous session."
      : "This endpoint requires an access token issued with the Resource Owner Password Credentials Grant.",
  );
}

function missingScope(scopes: readonly Scope[]): Refusal {
  return insufficientScope(
    `Insufficient scope. One of the following scopes is missing: ${scopes.join(", ")}.`,
  );
}

function parseBody<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  const body = json(text);
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const { error } = result;
  throw unsupported(error, body) ?? invalidJson(faultOf(error));
}

/** The refusal of a documented member that this shop does not support; null when the body has another fault. */
function unsupported({ issues: [issue] }: z.ZodError, body: unknown): Refusal | null {
  if (issue?.code !== "custom" || !isFieldFault(issue.params)) return null;
  return invalidField(issue.path.join("."), valueAt(body, issue.path), issue.params.allowedValues);
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );
}

function json(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw invalidJson("The body is not valid JSON.");
  }
}

/** "version: Missing required value": the first fault, and where it is. */
function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "Invalid value";
  const isMissing = issue.code === "invalid_type" && /received undefined/.test(issue.message);
  const message = isMissing ? "Missing required value" : issue.message;
  return issue.path.length === 0 ? message : `${issue.path.join(".")}: ${message}`;
}
