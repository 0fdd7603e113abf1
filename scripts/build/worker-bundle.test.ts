import { build } from "esbuild";
import { expect, test } from "vitest";
import { root } from "../state/folder.ts";

/** The files and packages that a program loads before it imports anything on demand. */
async function loadedBy(program: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [program],
    outdir: "unwritten",
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    jsx: "automatic",
    packages: "external",
  });
  const found = new Set([program]);
  for (const file of found) {
    for (const { path, kind } of metafile.inputs[file]?.imports ?? []) {
      if (kind !== "dynamic-import") found.add(path);
    }
  }
  return [...found];
}

test("the worker loads neither the APIs nor what only they and pages need", async () => {
  const loaded = await loadedBy("scripts/worker.ts");
  expect(loaded).toContain("lib/worker/worker.ts");
  const unneeded = /^(lib\/(dialects|storefront)|next|better-auth|zod-openapi)(\/|$)/;
  expect(loaded.filter((path) => unneeded.test(path))).toEqual([]);
});
