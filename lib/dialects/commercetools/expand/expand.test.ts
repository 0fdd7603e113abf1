import { expect, test } from "vitest";
import { asNobody } from "#lib/platform/context.ts";
import { expand, type Resolvers } from "./expand.ts";

const asked: string[][] = [];
const resolvers: Resolvers = {
  thing: async (_, ids) => {
    asked.push([...ids]);
    return new Map(ids.filter((id) => id !== "gone").map((id) => [id, { id, name: `Thing ${id}` }]));
  },
  owner: async (_, ids) => new Map(ids.map((id) => [id, { id, owns: [thing(id), thing("gone")] }])),
};
const thing = (id: string) => ({ typeId: "thing", id });
const withObj = (id: string) => ({ ...thing(id), obj: { id, name: `Thing ${id}` } });

test("a reference is expanded, each resource is loaded once, and the given body is not modified", async () => {
  const body = { one: thing("a"), lines: [{ of: thing("a") }, { of: thing("b") }, { of: thing("gone") }] };
  asked.length = 0;
  expect(await expand(asNobody, body, ["one", "lines[*].of", "lines[*].of"], resolvers)).toEqual({
    one: withObj("a"),
    lines: [{ of: withObj("a") }, { of: withObj("b") }, { of: thing("gone") }],
  });
  expect(asked).toEqual([["a", "b", "gone"]]);
  expect(body.one).toEqual(thing("a"));
});

test("in a list, paths start at each result", async () => {
  const page = { count: 2, results: [{ all: [thing("a")] }, { all: [thing("b")] }] };
  expect(await expand(asNobody, page, ["all[*]"], resolvers)).toEqual({
    count: 2,
    results: [{ all: [withObj("a")] }, { all: [withObj("b")] }],
  });
});

test("a path leads through references, which are expanded on the way", async () => {
  const body = { by: { typeId: "owner", id: "a" }, lines: [{ of: thing("a") }] };
  asked.length = 0;
  const paths = ["by", "by.owns[*]", "by.owns[*].name", "by.nothing.more", "lines[*].of"];
  expect(await expand(asNobody, body, paths, resolvers)).toEqual({
    by: { typeId: "owner", id: "a", obj: { id: "a", owns: [withObj("a"), thing("gone")] } },
    lines: [{ of: withObj("a") }],
  });
  expect(asked).toEqual([["a"], ["a", "gone"]]);
});

test.each([
  "",
  ".",
  "nothing",
  "one.typeId",
  "nothing[*].more",
  "__proto__",
  "constructor.prototype",
  "[*]",
  "other",
])("the path %j is ignored", async (path) => {
  const body = { one: thing("a"), other: { typeId: "toString", id: "x" } };
  expect(await expand(asNobody, body, [path], resolvers)).toEqual(body);
});
