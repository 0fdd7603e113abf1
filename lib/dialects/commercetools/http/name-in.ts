import type { DomainError } from "#lib/platform/errors.ts";
import { noResource, Refusal } from "./refusal.ts";

export type Name = { id: string } | { key: string };
type Addressed = { params: Record<string, string> };

/** What the address of a call names: something by its key or id, an order by its number, a customer's cart. */
export function nameIn({ params }: Addressed): Name | null {
  const { key = params.number, id = params.customerId } = params;
  if (key !== undefined) return { key };
  return id === undefined ? null : { id };
}

/** The same for a call whose address does name something. */
export function namedIn(call: Addressed): Name {
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
