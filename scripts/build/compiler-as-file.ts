import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Plugin } from "esbuild";

// Read when the client asks for its primitive value, so that nobody keeps the bytes.
const reader = `
  import { readFileSync } from "node:fs";
  import file from "query-compiler.wasm";
  export const wasm = { valueOf: () => readFileSync(new URL(file, import.meta.url)) };`;

/**
 * Makes Prisma's query compiler a file beside the programs, even where Prisma's packages are not bundled. Prisma has it
 * as a string of 2.3 MB in a module, which a process keeps twice: as source, and as value.
 */
export const compilerAsFile: Plugin = {
  name: "compiler-as-file",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm-base64\.mjs$/ }, ({ path, resolveDir }) => ({
      path: createRequire(join(resolveDir, "any")).resolve(path),
    }));
    onLoad({ filter: /\.wasm-base64\.mjs$/ }, ({ path }) => ({ contents: reader, pluginData: path }));
    onResolve({ filter: /^query-compiler\.wasm$/ }, ({ path, pluginData }) => ({
      path,
      namespace: "compiler-as-file",
      pluginData,
    }));
    onLoad({ filter: /.*/, namespace: "compiler-as-file" }, async ({ pluginData }) => {
      const [, base64] = /"([A-Za-z0-9+/=]+)"/.exec(await readFile(pluginData, "utf8")) ?? [];
      if (!base64) throw new Error("Prisma's query compiler is not in base64 any more");
      return { contents: Buffer.from(base64, "base64"), loader: "file" };
    });
  },
};
