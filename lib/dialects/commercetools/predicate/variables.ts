/** The values of `:NAME` from `var.NAME`; a repeated parameter is a list. */
export type Variables = ReadonlyMap<string, readonly string[]>;

/** The values for the variables of a predicate, from parameters such as `var.name`. Each may have several. */
export function variablesOf(searchParams: URLSearchParams): Variables {
  const names = new Set(
    [...searchParams.keys()].filter((key) => key.startsWith("var.")).map((key) => key.slice("var.".length)),
  );
  return new Map([...names].map((name) => [name, searchParams.getAll(`var.${name}`)]));
}
