import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guestRows } from "./guest-rows.ts";

const page = readFileSync("docs/adopt.md", "utf8");
const sources = globSync("lib/guest-checkout/**/*.ts", {
  exclude: (path) => /testing|\.(test|smoke)\.ts$/.test(path),
}).map((file) => readFileSync(file, "utf8"));

/** The functions that the module imports from the core, but not the types. */
function usedFromCore(): string[] {
  const core = /import \{([^}]*)\} from "#lib\/(?:commerce|accounts|events|mail|dialects)\//g;
  const lists = sources.flatMap((source) => [...source.matchAll(core)]);
  const names = lists.flatMap(([, list = ""]) => list.split(",").map((name) => name.trim()));
  return [...new Set(names)].filter((name) => name !== "" && !name.startsWith("type "));
}

test("docs/adopt.md names all that a shop has to provide for the module", () => {
  const used = usedFromCore();
  expect(used).toContain("changeCart");
  expect(used.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("and the tables that it reads and writes", () => {
  const accesses = sources.flatMap((source) => [...source.matchAll(/\btx\.([a-z]\w+)\./g)]);
  const models = new Set(accesses.map(([, name = ""]) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`));
  const named = [...models, ...Object.keys(guestRows), "LookupToken"].filter((name) => name !== "Account");
  expect(named).toContain("Verification");
  expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
