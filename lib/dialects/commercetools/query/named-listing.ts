import { type FieldList, type Filter, type Listing, listingOf } from "#lib/platform/filter/index.ts";
import type { Name } from "../http/name-in.ts";

const all = { sort: [], offset: 0, withTotal: false } as const;

/** The listing of the one resource of that id or key. */
export function namedListing(fields: FieldList, name: Name): Listing {
  const [field, value] = "id" in name ? ["id", name.id] : ["key", name.key];
  const filter: Filter = { kind: "compare", field, operator: "=", value };
  return listingOf(fields, { ...all, filters: [filter], limit: 1 });
}

/** The listing of the resources with these ids. */
export function idsListing(fields: FieldList, ids: readonly string[]): Listing {
  const filter: Filter = { kind: "in", field: "id", values: [...ids] };
  return listingOf(fields, { ...all, filters: [filter], limit: ids.length });
}
