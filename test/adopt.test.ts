import { globSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";

const page = readFileSync("docs/adopt.md", "utf8");
const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

/** The names that the page's command copies into another app. */
const copied = (/archive HEAD ([\s\S]*?)\| tar/.exec(page)?.[1] ?? "")
  .split(/[\s\\]+/)
  .filter((name) => name !== "");

const files = copied
  .flatMap((name) => (statSync(name).isDirectory() ? globSync(`${name}/**/*.{ts,tsx}`) : [name]))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("prisma/generated"));

/** What a file imports, as written, with the file. */
const imports = files.flatMap((file) =>
  [
    ...readFileSync(file, "utf8").matchAll(
      /^(?:import|export|\}) ?(?:[^;"'`]*? from )?"([^"]+)"|import\("([^"]+)"\)/gm,
    ),
  ].map(([, of, onDemand]) => ({ file, name: of ?? onDemand ?? "" })),
);

test("docs/adopt.md copies all that the copied files import", () => {
  expect(copied).toContain("lib");
  expect(imports.length).toBeGreaterThan(3_000);
  const own = imports.flatMap(({ file, name }) => {
    if (name.startsWith("#")) return [{ file, target: name.slice(1) }];
    return name.startsWith(".") ? [{ file, target: join(dirname(file), name) }] : [];
  });
  const missing = own.filter(
    ({ target }) => !copied.some((name) => target === name || target.startsWith(`${name}/`)),
  );
  expect(missing).toEqual([]);
});

test("and every package that they import is one of package.json, not one that another happens to bring", () => {
  const packages = imports
    .map(({ name }) => name)
    .filter((name) => /^[@a-z]/.test(name) && !name.startsWith("node:"))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  const known = { ...manifest.dependencies, ...manifest.devDependencies };
  const unknown = new Set(packages.filter((name) => !(name in known) && !builtinModules.includes(name)));
  expect([...unknown]).toEqual([]);
});
