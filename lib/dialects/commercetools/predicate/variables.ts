/** The values of `:NAME` from `var.NAME`; a repeated parameter is a list. */
export type Variables = ReadonlyMap<string, readonly string[]>;

export function variablesOf(searchParams: URLSearchParams): Variables {
  const names = new Set(
    [...searchParams.keys()].filter((key) => key.startsWith("var.")).map((key) => key.slice("var.".length)),
  );
  return new Map([...names].map((name) => [name, searchParams.getAll(`var.${name}`)]));
}
