import { deserializeParamGraph, type ParamGraphData, serializeParamGraph } from "@prisma/param-graph";

const inSource = /strings: JSON\.parse\((".*")\),\n {2}graph: "(.*)"/;

/**
 * Renumbers the graph of inputs in the source of a generated client: see `numberByUse`.
 * @throws if the source has none
 */
export function renumberGraph(source: string): string {
  const [found, names, given] = inSource.exec(source) ?? [];
  if (!found || !names || !given) throw new Error("Prisma's client has no graph of its inputs any more");
  const { strings, graph } = serializeParamGraph(
    numberByUse(deserializeParamGraph({ strings: JSON.parse(JSON.parse(names)), graph: given })),
  );
  return source.replace(
    found,
    () => `strings: JSON.parse(${JSON.stringify(JSON.stringify(strings))}),\n  graph: "${graph}"`,
  );
}

/**
 * The same graph with other numbers for its names, the most frequent first. Each of its 2,500 nodes maps the numbers of
 * some names, and V8 keeps such a map as an array up to the largest of them: 10 MB in every process as Prisma numbers
 * them, 4 MB like this.
 */
export function numberByUse(graph: ParamGraphData): ParamGraphData {
  const uses = new Map(graph.strings.map((_, name) => [name, 0]));
  for (const { edges } of [...graph.inputNodes, ...graph.outputNodes]) {
    for (const name of Object.keys(edges).map(Number)) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const order = [...uses].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const numbers = new Map(order.map((name, number) => [name, number]));
  const numberOf = (name: number) => numbers.get(name) ?? name;
  const renumbered = <Edge>(edges: Record<number, Edge>, edit = (edge: Edge) => edge) =>
    Object.fromEntries(Object.entries(edges).map(([name, edge]) => [numberOf(Number(name)), edit(edge)]));
  return {
    ...graph,
    strings: order.map((name) => graph.strings[name] ?? ""),
    inputNodes: graph.inputNodes.map(({ edges }) => ({
      edges: renumbered(edges, ({ enumNameIndex, ...edge }) =>
        enumNameIndex === undefined ? edge : { ...edge, enumNameIndex: numberOf(enumNameIndex) },
      ),
    })),
    outputNodes: graph.outputNodes.map(({ edges }) => ({ edges: renumbered(edges) })),
  };
}
