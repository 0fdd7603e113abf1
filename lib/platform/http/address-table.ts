/** What stands at an address, and the address's parameters, decoded. */
export type Found<V> = { values: readonly V[]; params: Record<string, string> };

type Entry<V> = { parts: string[]; values: V[] };

/**
 * Looks up by address, as Next does: a segment that is spelt out goes before a parameter. A path has its parameters in
 * braces, "/store/orders/{id}", and may have several values, such as one for each method. Looked-up paths are whole:
 * every percent sign in them starts an encoding.
 */
export function addressTable<V>(entries: readonly (readonly [path: string, value: V])[]) {
  const byPath = new Map<string, V[]>();
  for (const [path, value] of entries) byPath.set(path, [...(byPath.get(path) ?? []), value]);
  const table: Entry<V>[] = [...byPath]
    .toSorted(([one], [other]) => (lastForParameters(one) < lastForParameters(other) ? -1 : 1))
    .map(([path, values]) => ({ parts: path.split("/"), values }));
  return (path: string): Found<V> | null => {
    const segments = path.split("/");
    for (const { parts, values } of table) {
      const params = match(parts, segments);
      if (params) return { values, params };
    }
    return null;
  };
}

function lastForParameters(path: string): string {
  return path.replaceAll("{", "\uffff");
}

function match(parts: string[], segments: string[]): Record<string, string> | null {
  if (parts.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    if (!part.startsWith("{")) {
      if (segment !== part) return null;
    } else if (segment === "") return null;
    else params[part.slice(1, -1)] = decodeURIComponent(segment);
  }
  return params;
}
