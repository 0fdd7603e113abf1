import { describe, expect, test } from "vitest";
import { ask, serveFront } from "#test/support/front.ts";

serveFront();

describe("the router state that a browser sends", () => {
  test.each([
    ["no JSON", "x"],
    ["no encoding", "%"],
    ["an empty list", "%5B%5D"],
    ["a number for a segment", encodeURIComponent(JSON.stringify(["", { children: [1, {}] }]))],
    ["lists in lists", "[".repeat(5_000)],
    ["a thousand levels", `${'["",{"a":'.repeat(1_000)}1${"}]".repeat(1_000)}`],
  ])("is dropped if it is %s", async (_what, claimed) => {
    const headers = { "next-router-state-tree": claimed };
    expect((await ask("GET", "/", { headers })).body).toBe("GET / 0 true -");
  });

  test("is kept if it is valid", async () => {
    const claimed = encodeURIComponent(
      JSON.stringify([
        "",
        { children: [["slug", "beanie", "d", null], { children: ["__PAGE__", {}] }] },
        null,
        "refetch",
      ]),
    );
    const headers = { "next-router-state-tree": claimed };
    expect((await ask("GET", "/", { headers })).body).toBe(`GET / 0 true ${claimed}`);
  });
});
