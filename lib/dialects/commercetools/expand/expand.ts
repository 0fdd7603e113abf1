import type { Context } from "#lib/platform/context.ts";

/** Loads the resources of one type by id. Missing ones are left out. */
type Resolve = (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>;
export type Resolvers = { readonly [typeId: string]: Resolve };

type Json = { [member: string]: unknown };
type FoundReference = Json & { typeId: string; id: string };

const maxPaths = 30;

/**
 * `body` with `obj` added to the references at `paths`: "cart", "lineItems[*].productType". In a list, paths start at
 * each result. Unknown paths are ignored.
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

/** The references at a path. Each step is a member; "[*]" applies to every element. */
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
