/** One page of a list as the wire has it. `total` is left out when nobody asked for it. */
export type PagedResult<T> = { limit: number; offset: number; count: number; total?: number; results: T[] };

export function pagedResult<T>(
  { limit, offset, total }: { limit: number; offset: number; total?: number | undefined },
  results: T[],
): PagedResult<T> {
  return { limit, offset, count: results.length, ...(total === undefined ? {} : { total }), results };
}
