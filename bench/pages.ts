import { readOptions } from "#scripts/process/options.ts";
import { report } from "#scripts/process/problem.ts";
import { pageRows } from "./pages/index.ts";
import { printRows } from "./print-rows.ts";

// node bench/pages.ts [--quick]: the rows about pages, memory and the cold start alone.
try {
  const options = { quick: { type: "boolean", default: false } } as const;
  await printRows(pageRows, readOptions(options, "node bench/pages.ts [--quick]"));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
process.exit();
