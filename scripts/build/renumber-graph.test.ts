import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserializeParamGraph, type ParamGraphData } from "@prisma/param-graph";
import { expect, test } from "vitest";
import { root } from "../state/folder.ts";
import { numberByUse, renumberGraph } from "./renumber-graph.ts";

const graph: ParamGraphData = {
  strings: ["Order.findMany", "status", "OrderStatus", "where", "id"],
  inputNodes: [
    { edges: { 3: { flags: 32, childNodeId: 1 } } },
    { edges: { 1: { flags: 2, enumNameIndex: 2 }, 4: { flags: 1, scalarMask: 1 } } },
    { edges: { 4: { flags: 1, scalarMask: 2 } } },
  ],
  outputNodes: [{ edges: { 4: { argsNodeId: 2 }, 1: { outputNodeId: 0 } } }],
  roots: { "Order.findMany": { argsNodeId: 0, outputNodeId: 0 } },
};

/** The graph with names where it has numbers. */
function named({ strings, inputNodes, outputNodes, roots }: ParamGraphData) {
  const edgesOf = (edges: object) =>
    Object.fromEntries(
      Object.entries(edges).map(([name, { enumNameIndex, ...edge }]) => [
        strings[Number(name)],
        { ...edge, enum: strings[enumNameIndex] },
      ]),
    );
  const nodes = [...inputNodes, ...outputNodes].map(({ edges }) => edgesOf(edges));
  return { nodes, roots, strings: strings.toSorted() };
}

test("a renumbered graph says the same, with small numbers for frequent names", () => {
  const renumbered = numberByUse(graph);
  expect(renumbered.strings).toEqual(["id", "status", "where", "Order.findMany", "OrderStatus"]);
  expect(named(renumbered)).toEqual(named(graph));
});

test("the generated client has a renumbered graph, which takes less than half of the memory", () => {
  const source = readFileSync(join(root, "prisma/generated/internal/class.ts"), "utf8");
  expect(renumberGraph(source)).toBe(source);
  const [, names = "", made = ""] = /strings: JSON\.parse\((".*")\),\n {2}graph: "(.*)"/.exec(source) ?? [];
  const { inputNodes } = deserializeParamGraph({ strings: JSON.parse(JSON.parse(names)), graph: made });
  const largest = inputNodes.map(({ edges }) => Math.max(0, ...Object.keys(edges).map(Number)));
  const mean = largest.reduce((sum, number) => sum + number, 0) / largest.length;
  expect(mean).toBeLessThan(150);
});

test("a client without the graph is rejected", () => {
  expect(() => renumberGraph("config.parameterizationSchema = {}")).toThrow("has no graph");
});
