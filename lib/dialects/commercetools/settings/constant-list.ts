import { type FieldList, matches } from "#lib/platform/filter/index.ts";
import { apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { listed } from "../http/answers.ts";
import { namedIn } from "../http/name-in.ts";
import { listParameters } from "../http/parameters.ts";
import { noResource } from "../http/refusal.ts";
import type { Scope } from "../oauth/scopes.ts";
import { parseListQuery } from "../query/index.ts";
import { settings } from "./verbs.ts";

type Resource = { id: string; key: string };
const get = { method: "GET", as: "client" } as const;
type Constant = { id: string; tag: string; scopes: readonly [Scope, ...Scope[]]; what: string };

/** Lists resources that are fixed in the code. They are too few to be sorted. */
export function constantList(
  path: string,
  { what, ...access }: Constant,
  resources: readonly Resource[],
  fields: FieldList = {},
): CommercetoolsRoute {
  return apiRoute(
    { ...access, ...get, path, summary: `All ${what}`, query: listParameters },
    {
      verb: settings.constants,
      asks: ({ query }) => {
        const { filters } = parseListQuery(query);
        return resources.filter((each) => filters.every((filter) => matches(fields, filter, each)));
      },
      answers: (found, call) => {
        const { limit, offset, withTotal } = parseListQuery(call.query);
        const results = found.slice(offset, offset + limit);
        return listed(call, { total: withTotal ? found.length : undefined, results });
      },
    },
  );
}

/** One of them, by the id or key in the path. */
export function constantOne(
  path: string,
  { what, ...access }: Constant,
  resources: readonly Resource[],
): CommercetoolsRoute {
  return apiRoute(
    { ...access, ...get, path, summary: `One of the ${what}` },
    {
      verb: settings.constants,
      asks: () => resources,
      answers: (all, call) => {
        const name = namedIn(call);
        const found = all.find((each) => ("id" in name ? each.id === name.id : each.key === name.key));
        if (!found) throw noResource(name);
        return { body: found };
      },
    },
  );
}
