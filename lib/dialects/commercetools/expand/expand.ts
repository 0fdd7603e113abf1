import type { Context } from "#lib/platform/context.ts";

/** What stands behind the references of one type, by id. What is not found is left out. */
export type Resolve = (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>;
export type Resolvers = { readonly [typeId: string]: Resolve };

type Json = { [member: string]: unknown };
type FoundReference = Json & { typeId: string; id: string };

const maxPaths = 30;

/**
 * `body` with `obj` beside the references that `paths` lead to: "cart", "lineItems[*].productType". A list's paths
 * begin at each of its results. Paths that lead nowhere do nothing (sheet 2.3).
 */
export async function expand<T>(
  ctx: Context,
  body: T,
  paths: readonly string[],
  resolvers: Resolvers,
): Promise<T> {
  if (paths.length === 0 || !isJson(body)) return body;
  const copy = structuredClone(body);
  const roots: unknown[] = Array.isArray(copy.results) ? copy.results : [copy];
  const found = new Set(paths.slice(0, maxPaths).flatMap((path) => referencesAt(roots, path)));
  for (const typeId of new Set([...found].map((reference) => reference.typeId))) {
    const references = [...found].filter((reference) => reference.typeId === typeId);
    const resolve = Object.hasOwn(resolvers, typeId) ? resolvers[typeId] : undefined;
    const objects = await resolve?.(ctx, [...new Set(references.map(({ id }) => id))]);
    for (const reference of references) {
      const obj = objects?.get(reference.id);
      if (obj) reference.obj = obj;
    }
  }
  return copy;
}

/** The references at the end of a path: each step is a member, of every element where it ends in "[*]". */
function referencesAt(roots: unknown[], path: string): FoundReference[] {
  const steps = path.split(".").map((step) => step.replace(/\[(\*|\d+)\]$/, ""));
  const ends = steps.reduce<unknown[]>(
    (nodes, step) =>
      nodes.filter(isJson).flatMap((node) => (Object.hasOwn(node, step) ? [node[step]].flat() : [])),
    roots,
  );
  return ends.filter(isReference);
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function isReference(value: unknown): value is FoundReference {
  return isJson(value) && typeof value.typeId === "string" && typeof value.id === "string";
}
