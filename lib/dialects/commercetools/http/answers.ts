import type { DomainError } from "#lib/platform/errors.ts";
import type { ApiCall, Said } from "../dialect.ts";
import { pagedResult, parsePaging } from "../query/index.ts";
import { invalidInput, noResource, Refusal } from "./refusal.ts";

export type Name = { id: string } | { key: string };

/** What the address of a call names: something by its key or id, an order by its number, a customer's cart. */
export function nameIn({ params }: Pick<ApiCall, "params">): Name | null {
  const { key = params.number, id = params.customerId } = params;
  if (key !== undefined) return { key };
  return id === undefined ? null : { id };
}

/** The same for a call whose address does name something. */
export function namedIn(call: Pick<ApiCall, "params">): Name {
  return nameIn(call) ?? { id: "" };
}

/** Tells not_found in the words for the resource that a call is about. */
export function absent<C>(nameOf: (call: C) => Name | null) {
  return (error: DomainError, call: C): DomainError => {
    if (error.code !== "not_found" || error instanceof Refusal) return error;
    const name = nameOf(call);
    return name ? noResource(name) : error;
  };
}

type Found = { total?: number | undefined; results: object[] };

/** One page. A HEAD that asks "is there any" is told by the status (sheet 2.3). */
export function listed(
  { isHead, query }: Pick<ApiCall, "isHead" | "query">,
  { total, results }: Found,
): Said {
  const isMiss = isHead && query.has("where") && results.length === 0;
  return { status: isMiss ? 404 : 200, body: pagedResult({ ...parsePaging(query), total }, results) };
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
