import type { ApiCall, Reply } from "../dialect.ts";
import { pagedResult, parsePaging } from "../query/index.ts";
import { namedIn } from "./name-in.ts";
import { invalidInput, noResource } from "./refusal.ts";

type Found = { total?: number | undefined; results: object[] };

/** A page of results. HEAD answers "is there any" with the status. */
export function listed(
  { isHead, query }: Pick<ApiCall, "isHead" | "query">,
  { total, results }: Found,
): Reply {
  const isMiss = isHead && query.has("where") && results.length === 0;
  return { status: isMiss ? 404 : 200, body: pagedResult({ ...parsePaging(query), total }, results) };
}

/**
 * The resource that a call's path names, the only match.
 * @throws Refusal ResourceNotFound if there is none, or the caller may not see it
 */
export function single<T>(
  call: Pick<ApiCall, "params">,
  [found]: readonly T[],
  toWire: (found: T) => object,
): Reply {
  if (found === undefined) throw noResource(namedIn(call));
  return { body: toWire(found) };
}

/** The version in a DELETE's query. @throws Refusal InvalidInput */
export function sentVersion(query: URLSearchParams): number {
  const text = query.get("version") ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw invalidInput(
    text === ""
      ? "Missing required parameter: version."
      : "Malformed parameter: version: Expected a whole number.",
  );
}
