import type { DomainError } from "#lib/platform/errors.ts";
import { noResource, Refusal } from "./refusal.ts";

export type Name = { id: string } | { key: string };
type Addressed = { params: Record<string, string> };

/** The resource in a call's path: by key or id, an order by number, a customer's cart. */
export function nameIn({ params }: Addressed): Name | null {
  const { key = params.number, id = params.customerId } = params;
  if (key !== undefined) return { key };
  return id === undefined ? null : { id };
}

/** The same for a call whose path has one. */
export function namedIn(call: Addressed): Name {
  return nameIn(call) ?? { id: "" };
}

/** Words not_found for the resource of a call. */
export function absent<C>(nameOf: (call: C) => Name | null) {
  return (error: DomainError, call: C): DomainError => {
    if (error.code !== "not_found" || error instanceof Refusal) return error;
    const name = nameOf(call);
    return name ? noResource(name) : error;
  };
}
