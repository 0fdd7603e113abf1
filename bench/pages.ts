import { parseArgs } from "node:util";
import { pageRows } from "./pages/index.ts";
import { printRows } from "./print-rows.ts";

// node bench/pages.ts [--quick]: the rows about pages, memory and the cold start alone.
const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
await printRows(pageRows, values);
process.exit();
