import type { Context } from "#lib/platform/context.ts";

/** Loads the resources of one type by id. Missing ones are left out. */
type Resolve = (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>;
export type Resolvers = { readonly [typeId: string]: Resolve };

type Json = { [member: string]: unknown };
type FoundReference = Json & { typeId: string; id: string; obj?: object };

const maxPaths = 30;

/**
 * `body` with `obj` added to the references at `paths`: "cart", "lineItems[*].productType". A path may lead through
 * references, which are expanded on the way: "discountCodes[*].discountCode.cartDiscounts[*]". In a list, paths start at
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
  const nodes: unknown[] = Array.isArray(copy.results) ? copy.results : [copy];
  let walks = paths.slice(0, maxPaths).map((path) => ({ nodes, steps: stepsOf(path) }));
  while (walks.length > 0) {
    const stops = walks.map(toReferences);
    await addObjects(ctx, new Set(stops.flatMap(({ references }) => references)), resolvers);
    walks = stops
      .filter(({ steps }) => steps.length > 0)
      .map(({ references, steps }) => ({ nodes: references.map(({ obj }) => obj), steps }));
  }
  return copy;
}

/** Each step is a member; "[*]" applies to every element. */
function stepsOf(path: string): string[] {
  return path.split(".").map((step) => step.replace(/\[(\*|\d+)\]$/, ""));
}

/** What is left of a path, and the nodes from which it goes on. */
type Walk = { nodes: unknown[]; steps: string[] };

/** The first references that the path leads to, and the steps that go on in what they refer to. */
function toReferences({ nodes, steps }: Walk): { references: FoundReference[]; steps: string[] } {
  let reached = nodes;
  for (const [index, step] of steps.entries()) {
    const references = reached.filter(isReference);
    if (references.some((reference) => !Object.hasOwn(reference, step))) {
      return { references, steps: steps.slice(index) };
    }
    reached = reached
      .filter(isJson)
      .flatMap((node) => (Object.hasOwn(node, step) ? [node[step]].flat() : []));
  }
  return { references: reached.filter(isReference), steps: [] };
}

/** Adds `obj` to the references that lack it. Each resource is loaded once. */
async function addObjects(ctx: Context, references: ReadonlySet<FoundReference>, resolvers: Resolvers) {
  const bare = [...references].filter(({ obj }) => obj === undefined);
  for (const typeId of new Set(bare.map((reference) => reference.typeId))) {
    const ofType = bare.filter((reference) => reference.typeId === typeId);
    const resolve = Object.hasOwn(resolvers, typeId) ? resolvers[typeId] : undefined;
    const objects = await resolve?.(ctx, [...new Set(ofType.map(({ id }) => id))]);
    for (const reference of ofType) {
      const obj = objects?.get(reference.id);
      if (obj) reference.obj = obj;
    }
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function isReference(value: unknown): value is FoundReference {
  return isJson(value) && typeof value.typeId === "string" && typeof value.id === "string";
}
