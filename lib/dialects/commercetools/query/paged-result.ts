/** A page of a list in its wire shape. `total` is only included if requested. */
export type PagedResult<T> = { limit: number; offset: number; count: number; total?: number; results: T[] };

/** A page of a list. Without `total` the caller did not ask for it. */
export function pagedResult<T>(
  { limit, offset, total }: { limit: number; offset: number; total?: number | undefined },
  results: T[],
): PagedResult<T> {
  return { limit, offset, count: results.length, ...(total === undefined ? {} : { total }), results };
}
