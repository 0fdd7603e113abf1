import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as binding from "@prisma/schema-engine-wasm/schema_engine_bg";
import { messageOf } from "../process/problem.ts";
import { migrationAdapter } from "./adapter.ts";

let loaded: Promise<void> | undefined;
let panic = "";

/**
 * Runs `use` with Prisma's schema engine for `schema` on the database at `url`. It is the WebAssembly build from npm,
 * so nothing is downloaded. Failures are plain Errors with a readable message.
 */
export async function withSchemaEngine<T>(
  url: string,
  schema: { path: string; content: string },
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  await loaded;
  const adapter = migrationAdapter(url);
  try {
    const datamodels: [string, string][] = [[schema.path, schema.content]];
    const factory = bindMigrationAwareSqlAdapterFactory(adapter.factory);
    const engine = await binding.SchemaEngine.new({ datamodels }, () => undefined, factory);
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw new Error(readable(error), { cause: error });
  } finally {
    await adapter.close();
  }
}

async function load(): Promise<void> {
  // The engine reports panics here.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        panic = message;
      },
    },
  });
  // The package's own entry imports the .wasm file as a module, which is still experimental in Node.
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/\.js$/, "_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": imports(),
  });
  binding.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/**
 * The binding's imports, with timers that do not keep the process alive: the engine never clears its ten-second one.
 */
function imports(): WebAssembly.ModuleImports {
  const all: WebAssembly.ModuleImports = { ...binding };
  for (const name of Object.keys(all).filter((key) => key.startsWith("__wbg_setTimeout_"))) {
    all[name] = (callback: () => void, milliseconds: number) =>
      setTimeout(callback, milliseconds >>> 0).unref();
  }
  return all;
}

/** Strips the locations in its own source that the engine appends. */
function readable(error: unknown): string {
  if (error instanceof WebAssembly.RuntimeError && panic) return `The schema engine failed: ${panic}`;
  return messageOf(error).split(/\n\s+0: /)[0] ?? "";
}
