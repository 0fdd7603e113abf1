/** The most parameters of a query, or of a form that has parameters because they are too long for one. */
export const mostParameters = 100;

/** Whether `query`, as it was sent, has more. */
export function hasTooManyParameters(query: string): boolean {
  return query.split("&", mostParameters + 1).length > mostParameters;
}

/**
 * The parameters of a query by name. One that is repeated becomes a list, which no schema for a single value accepts.
 */
export function queryValues(query: URLSearchParams): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of query) {
    const known = values.get(name);
    values.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(values);
}
