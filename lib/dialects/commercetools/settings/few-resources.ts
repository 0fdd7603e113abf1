import { type FieldList, matches } from "#lib/platform/filter/index.ts";
import { type ApiCall, apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { listed } from "../http/answers.ts";
import { namedIn } from "../http/name-in.ts";
import { listParameters } from "../http/parameters.ts";
import { noResource } from "../http/refusal.ts";
import type { Scope } from "../oauth/scopes.ts";
import { parseListQuery } from "../query/index.ts";
import { settings } from "./verbs.ts";

type Resource = { id: string; key: string };
type Empty = { id: string; tag: string; scopes: readonly [Scope, ...Scope[]]; what: string };

/** A list of resources that this shop does not have. */
export function emptyRoute(path: string, { what, ...access }: Empty): CommercetoolsRoute {
  return apiRoute(
    { ...access, method: "GET", as: "client", path, summary: `All ${what}`, query: listParameters },
    {
      verb: settings.nothing,
      asks: () => ({}),
      answers: (none, call) => pageOf(none, call),
    },
  );
}

/** The page that a call asks for of a few resources, which are compared in memory. They are too few to be sorted. */
export function pageOf(all: readonly Resource[], call: ApiCall, fields: FieldList = {}): Reply {
  const { filters, limit, offset, withTotal } = parseListQuery(call.query);
  const found = all.filter((each) => filters.every((filter) => matches(fields, filter, each)));
  const results = found.slice(offset, offset + limit);
  return listed(call, { total: withTotal ? found.length : undefined, results });
}

/** One of them, by the id or key in the path. @throws Refusal ResourceNotFound */
export function oneOf(all: readonly Resource[], call: Pick<ApiCall, "params">): Reply {
  const name = namedIn(call);
  const found = all.find((each) => ("id" in name ? each.id === name.id : each.key === name.key));
  if (!found) throw noResource(name);
  return { body: found };
}
