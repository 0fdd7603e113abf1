import { describe, expect, test } from "vitest";
import { pagedResult } from "./paged-result.ts";
import { parseListQuery } from "./parse-list-query.ts";

const read = (query: string) => parseListQuery(new URL(`http://shop/carts?${query}`).searchParams);
const same = (field: string, value: string) => ({ kind: "compare", field, operator: "=", value });

test("an empty query returns the first twenty, with the total", () => {
  expect(read("")).toEqual({ limit: 20, offset: 0, withTotal: true, sort: [], filters: [], expand: [] });
});

test("spaces come as + from the SDK and as %20 from the tutorial", () => {
  const filters = [same("anonymousId", "foo bar")];
  expect(read("where=anonymousId%20%3D%20%22foo%20bar%22").filters).toEqual(filters);
  expect(read("where=anonymousId+%3D+%22foo+bar%22").filters).toEqual(filters);
});

test("variables are data: one value, or a list where one is expected", () => {
  expect(
    read("var.aid=foo%22bar&where=anonymousId+%3D+%3Aaid&where=cartState%3D%22Active%22").filters,
  ).toEqual([same("anonymousId", 'foo"bar'), same("cartState", "Active")]);
  expect(read("where=id in :ids&var.ids=1&var.ids=2").filters).toEqual([
    { kind: "in", field: "id", values: ["1", "2"] },
  ]);
});

test("sort keys repeat, and ascend by default", () => {
  expect(read("sort=createdAt+desc&sort=shippingAddress.country&sort=id ASC").sort).toEqual([
    { path: ["createdAt"], direction: "desc" },
    { path: ["shippingAddress", "country"], direction: "asc" },
    { path: ["id"], direction: "asc" },
  ]);
});

describe("limits", () => {
  test.each([
    ["limit=0&offset=10000&withTotal=false", { limit: 0, offset: 10_000, withTotal: false }],
    ["limit=500&offset=0&withTotal=true", { limit: 500, offset: 0, withTotal: true }],
    ["limit=&offset=", { limit: 20, offset: 0 }],
  ])("%s", (query, expected) => {
    expect(read(query)).toMatchObject(expected);
  });

  test.each([
    ["limit=501", "limit"],
    ["limit=-1", "limit"],
    ["limit=1.5", "limit"],
    ["limit=1e2", "limit"],
    ["limit=99999999999999999999", "limit"],
    ["offset=10001", "offset"],
    ["withTotal=1", "withTotal"],
    ["sort=id+sideways", "sort"],
    ["sort=+", "sort"],
    ["sort=id+asc+please", "sort"],
    ["where=", "where"],
    ["where=id+%3D+%3Anobody", "where"],
  ])("%s is an error of '%s'", (query, parameter) => {
    expect(() => read(query)).toThrow(
      expect.objectContaining({ code: "validation_failed", details: { parameter } }),
    );
  });
});

test("a page has its count, and the total only if it is known", () => {
  expect(pagedResult({ limit: 5, offset: 2, total: 9 }, ["a"])).toEqual({
    limit: 5,
    offset: 2,
    count: 1,
    total: 9,
    results: ["a"],
  });
  expect(pagedResult({ limit: 5, offset: 2, total: undefined }, [])).not.toHaveProperty("total");
});
