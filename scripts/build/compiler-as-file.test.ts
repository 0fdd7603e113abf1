import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../state/folder.ts";
import { compilerAsFile } from "./compiler-as-file.ts";

const compiler = "@prisma/client/runtime/query_compiler_small_bg.postgresql.wasm-base64.mjs";

test("a bundle finds Prisma's query compiler in a file, even where Prisma's package is not bundled", async () => {
  const outdir = mkdtempSync(join(tmpdir(), "compiler-"));
  onTestFinished(() => rmSync(outdir, { recursive: true }));
  await build({
    stdin: { contents: `export const load = () => import("${compiler}");`, resolveDir: root },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    outExtension: { ".js": ".mjs" },
    external: ["@prisma/client"],
    plugins: [compilerAsFile],
  });
  const sizes = readdirSync(outdir).map(
    (name) => [/\.wasm$/.test(name), statSync(join(outdir, name)).size] as const,
  );
  expect(sizes.filter(([isCompiler, size]) => isCompiler && size > 1_000_000)).toHaveLength(1);
  expect(sizes.filter(([isCompiler, size]) => !isCompiler && size > 10_000)).toEqual([]);

  const { load } = await import(/* @vite-ignore */ pathToFileURL(join(outdir, "stdin.mjs")).href);
  const [{ wasm }, original] = await Promise.all([load(), import(/* @vite-ignore */ compiler)]);
  // As the generated client reads it.
  expect(Buffer.from(wasm, "base64").equals(Buffer.from(original.wasm, "base64"))).toBe(true);
});
