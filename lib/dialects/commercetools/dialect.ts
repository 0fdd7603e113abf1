import type * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import {
  callerOf,
  type Dialect,
  defineRoute,
  type Route,
  type RouteSpec,
  type Translation,
} from "#lib/platform/http/index.ts";
import { id } from "#lib/platform/text.ts";
import type { Who } from "#lib/platform/verb/index.ts";
import { expand, resolvers } from "./expand/index.ts";
import { type Access, type Bearer, bearerOf, bearerToken } from "./http/bearer.ts";
import { toFailure } from "./http/errors.ts";
import { absent, nameIn } from "./http/name-in.ts";
import { checkRepeated } from "./http/parameters.ts";
import { readBody, readForm } from "./http/read-body.ts";
import { noResource } from "./http/refusal.ts";
import { mount, projectKey } from "./project.ts";

/** The description of a route, for parsing and for the contract. */
export type CommercetoolsSpec = RouteSpec & {
  /** Null at the OAuth endpoints, where a client calls by HTTP Basic. */
  access: Access | null;
  /** Defaults to 200. */
  status?: 201;
  /** For the contract only: queries are parsed where they are used. */
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Parameters that are posted as a form instead of JSON. */
  form?: z.ZodObject;
};

export type CommercetoolsRoute = Route<CommercetoolsSpec>;

type ApiSpec = CommercetoolsSpec & { access: Access };

/** A parsed call and its caller. */
export type ApiCall<As extends Access["as"] = Access["as"], Body = unknown> = {
  ctx: Context & { actor: Bearer<As> };
  params: Record<string, string>;
  query: URLSearchParams;
  isHead: boolean;
  body: Body;
};

/** The answer of a call, before references are expanded. */
export type Reply = { status?: number; body: unknown };

/** The API: the bearer token identifies the actor, its scopes the permissions. */
export const apiDialect: Dialect<ApiSpec, ApiCall, Reply, ApiCall["ctx"]> = {
  mount,
  async caller({ request, params }, { access }) {
    // No resource has such a name, and PostgreSQL rejects NUL in text.
    if (/\p{Cc}/u.test(Object.values(params).join(""))) {
      throw new DomainError("not_found", "There is nothing at this address");
    }
    const token = await bearerToken(request);
    if (params.project !== projectKey) throw noResource({ key: params.project ?? "" });
    const caller = callerOf(bearerOf(token, access));
    // Before the body is read: addresses that are not covered, such as /orders/search, look like an id.
    if (params.id !== undefined && !isId(params.id)) throw noResource({ id: params.id });
    return caller;
  },
  async read({ request, params, query, isHead }, spec, ctx) {
    const parameters = spec.form ? await readForm(request) : query;
    const described = spec.form ?? spec.query;
    if (described) checkRepeated(parameters, described);
    const body = spec.body && (await readBody(spec.body, request));
    return { ctx, params, isHead, query: parameters, body };
  },
  write: async ({ status = 200, body }, spec, { ctx, query }) => ({
    status: spec.status ?? status,
    body: await expand(ctx, body, query.getAll("expand"), resolvers),
  }),
  failure: toFailure,
};

function isId(text: string): boolean {
  return id.safeParse(text).success;
}

/** `path` is below the project key: "/me/carts/{id}". */
type CallSpec<As, B> = Omit<CommercetoolsSpec, "access" | "body"> &
  Pick<Access, "scopes"> & { as: As; body?: B };

/** A route of the API. A verb's not_found is worded for the resource in the path. */
export function apiRoute<
  const As extends Access["as"],
  W extends Who,
  T extends z.ZodType,
  R,
  B extends z.ZodType = z.ZodUndefined,
>(
  { scopes, as, path, ...spec }: CallSpec<As, B>,
  translation: Translation<W, T, R, ApiCall<As, z.output<B>>, Reply>,
): CommercetoolsRoute {
  const full = { ...spec, path: `${mount}/{project}${path}`, access: { scopes, as } };
  const withFailure = { fails: absent(nameIn), ...translation };
  return defineRoute(apiDialect, full, withFailure as Translation<W, T, R, ApiCall, Reply>);
}
