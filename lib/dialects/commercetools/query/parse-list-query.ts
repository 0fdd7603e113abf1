import { type Filter, type ListingInput, queryFault, type Sort } from "#lib/platform/filter/index.ts";
import { parsePredicate, variablesOf } from "../predicate/index.ts";

/** The query parameters of every list. */
type ListQuery = ListingInput & { filters: Filter[]; sort: Sort[]; expand: string[] };

/**
 * Parses `limit`, `offset`, `withTotal`, `sort`, `where`, `var.*` and `expand`. Several `where` all have to match.
 * @throws validation_failed with details { parameter }
 */
export function parseListQuery(searchParams: URLSearchParams): ListQuery {
  const variables = variablesOf(searchParams);
  return {
    ...parsePaging(searchParams),
    sort: searchParams.getAll("sort").map(parseSort),
    filters: searchParams.getAll("where").map((text) => parsePredicate(text, variables)),
    expand: searchParams.getAll("expand"),
  };
}

/** `limit` (0 to 500, default 20), `offset` (0 to 10 000) and `withTotal`. */
export function parsePaging(
  searchParams: URLSearchParams,
): Pick<ListQuery, "limit" | "offset" | "withTotal"> {
  return {
    limit: wholeNumber(searchParams, "limit", 20, 500),
    offset: wholeNumber(searchParams, "offset", 0, 10_000),
    withTotal: flag(searchParams, "withTotal", true),
  };
}

/** "true" or "false". @throws validation_failed */
export function flag(searchParams: URLSearchParams, name: string, otherwise: boolean): boolean {
  const text = searchParams.get(name) ?? "";
  if (text === "") return otherwise;
  if (text === "true" || text === "false") return text === "true";
  throw queryFault(name, "Expected 'true' or 'false'.");
}

function wholeNumber(searchParams: URLSearchParams, name: string, otherwise: number, max: number): number {
  const text = searchParams.get(name) ?? "";
  if (text === "") return otherwise;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= max) return number;
  throw queryFault(name, `Expected a whole number between 0 and ${max}.`);
}

/** "createdAt desc"; without a direction, ascending. @throws validation_failed */
export function parseSort(text: string): Sort {
  const [path = "", direction = "asc", ...rest] = text.trim().split(/\s+/);
  const word = direction.toLowerCase();
  if (path === "" || rest.length > 0 || (word !== "asc" && word !== "desc")) {
    throw queryFault("sort", `Expected a path and 'asc' or 'desc', not '${text.slice(0, 100)}'.`);
  }
  return { path: path.split("."), direction: word };
}
