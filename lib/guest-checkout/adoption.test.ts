import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The functions that the module imports from the core, but not the types. */
function usedFromCore(): string[] {
  const files = globSync("lib/guest-checkout/**/*.ts", {
    exclude: (path) => /testing|\.(test|smoke)\.ts$/.test(path),
  });
  const core = /import \{([^}]*)\} from "#lib\/(?:commerce|accounts|events|mail|dialects)\//g;
  const lists = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(core)]);
  const names = lists.flatMap(([, list = ""]) => list.split(",").map((name) => name.trim()));
  return [...new Set(names)].filter((name) => name !== "" && !name.startsWith("type "));
}

test("docs/adopt.md names all that a shop has to provide for the module", () => {
  const page = readFileSync("docs/adopt.md", "utf8");
  const used = usedFromCore();
  expect(used).toContain("changeCart");
  expect(used.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
