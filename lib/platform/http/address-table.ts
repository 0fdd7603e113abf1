/** A value at a path, and the path's decoded parameters. */
export type Found<V> = { value: V; params: Record<string, string> };

type Part = { before: string; name: string | null };
type Entry<V> = { parts: Part[]; values: V[] };

/**
 * Looks up values by path: all that match, those with more literal text first. Parameters are in braces,
 * "/store/orders/{id}" or "/carts/key={key}". A path may have several values, such as one per method. It is split
 * before it is decoded, so "A%2F1" stays one segment.
 */
export function addressTable<V>(entries: readonly (readonly [path: string, value: V])[]) {
  const byPath = new Map<string, V[]>();
  for (const [path, value] of entries) byPath.set(path, [...(byPath.get(path) ?? []), value]);
  const table: Entry<V>[] = [...byPath]
    .toSorted(([one], [other]) => (lastForParameters(one) < lastForParameters(other) ? -1 : 1))
    .map(([path, values]) => ({ parts: path.split("/").map(readPart), values }));
  const sizes = new Set(table.map(({ parts }) => parts.length));
  const bySize = new Map(
    [...sizes].map((size) => [size, table.filter(({ parts }) => parts.length === size)]),
  );
  return (path: string): Found<V>[] => {
    const segments = path.split("/");
    return (bySize.get(segments.length) ?? []).flatMap(({ parts, values }) => {
      const params = match(parts, segments);
      return params ? values.map((value) => ({ value, params })) : [];
    });
  };
}

function lastForParameters(path: string): string {
  return path.replaceAll("{", "\uffff");
}

function readPart(part: string): Part {
  const [, before = part, name = null] = /^([^{]*)\{(\w+)\}$/.exec(part) ?? [];
  return { before, name };
}

function match(parts: Part[], segments: string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, { before, name }] of parts.entries()) {
    const segment = segments[index] ?? "";
    if (name === null) {
      if (segment !== before) return null;
      continue;
    }
    const value = segment.startsWith(before) ? decode(segment.slice(before.length)) : null;
    if (!value) return null;
    params[name] = value;
  }
  return params;
}

/** Null for a broken encoding. */
function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
