import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guestRows } from "./guest-rows.ts";

const page = readFileSync("docs/adopt.md", "utf8");
const sources = globSync("lib/guest-checkout/**/*.ts", {
  exclude: (path) => /testing|\.(test|smoke)\.ts$/.test(path),
}).map((file) => readFileSync(file, "utf8"));

test("core.ts passes on only what the module uses", () => {
  const core = readFileSync("lib/guest-checkout/core.ts", "utf8");
  const passedOn = namesIn(core, /^export (?:type )?\{([^}]*)\} from/gm);
  const used = sources.flatMap((source) =>
    namesIn(source, /^import (?:type )?\{([^}]*)\} from "\.\.?\/core\.ts"/gm),
  );
  expect(passedOn).toContain("changeCart");
  expect(passedOn.toSorted()).toEqual([...new Set(used)].toSorted());
});

/** The names in lists such as "{ type A, b as c }". */
function namesIn(source: string, lists: RegExp): string[] {
  const names = [...source.matchAll(lists)].flatMap(([, list = ""]) => list.split(","));
  return names
    .map((name) =>
      name
        .replace("type ", "")
        .replace(/ as .*/, "")
        .trim(),
    )
    .filter((name) => name !== "");
}

test("docs/adopt.md names the tables that it reads and writes", () => {
  const accesses = sources.flatMap((source) => [...source.matchAll(/\btx\.([a-z]\w+)\./g)]);
  const models = new Set(accesses.map(([, name = ""]) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`));
  const named = [...models, ...Object.keys(guestRows), "LookupToken"].filter((name) => name !== "Account");
  expect(named).toContain("Verification");
  expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("docs/adopt.md names the packages that it needs", () => {
  const taken = globSync("{lib/guest-checkout,lib/platform,emails}/**/*.{ts,tsx}", {
    exclude: (path) => /testing|\.(test|smoke)\.tsx?$/.test(path),
  });
  const imported = taken.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /^(?:(?:import|export|\}).* from|import) "([^".#][^"]*)";|\bimport\("([^".#][^"]*)"\)/gm,
      ),
    ].map(([, from, onDemand]) => from ?? onDemand ?? ""),
  );
  const packages = new Set(imported.map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/")));
  // Of the Next.js app itself.
  const there = (name: string) => name.startsWith("node:") || ["next", "react"].includes(name);
  expect(packages).toContain("zod");
  expect([...packages].filter((name) => !there(name) && !page.includes(`\`${name}\``))).toEqual([]);
});
