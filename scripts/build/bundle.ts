import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BuildOptions } from "esbuild";
import nextConfig from "../../next.config.ts";
import { root } from "../state/folder.ts";
import { compilerAsFile } from "./compiler-as-file.ts";
import { inAscii } from "./in-ascii.ts";

const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  jsx: "automatic",
  // Node keeps the sources in memory. Names stay, for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "chunks/[name]-[hash]",
  define: { "process.env.NODE_ENV": '"production"', "import.meta.main": "false" },
  // For packages that are CommonJS inside.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  logLevel: "warning",
  plugins: [compilerAsFile],
};

/**
 * Bundles the programs of scripts/production into `folder`. Packages that the web server shares with Next's bundle stay
 * separate; the other programs are self-contained.
 */
export async function bundlePrograms(folder: string): Promise<void> {
  const program = (name: string) => join("scripts/production", `${name}.ts`);
  await bundle({
    ...options,
    outdir: folder,
    entryPoints: [program("web")],
    external: ["next", ...(nextConfig.serverExternalPackages ?? [])],
  });
  await bundle({
    ...options,
    outdir: folder,
    entryPoints: ["migrate", "seed", "worker", "jobs", "payments", "erase"].map(program),
    external: ["pg-native"],
  });
}

async function bundle(options: BuildOptions): Promise<void> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ ...options, write: false });
  for (const { path, text, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, path.endsWith(".js") ? inAscii(text) : contents);
  }
}
