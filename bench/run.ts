import { parseArgs } from "node:util";
import { printRows } from "./print-rows.ts";
import { rows } from "./rows/index.ts";

// npm run bench -- [--quick] [--only <part of a title>]
const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});
const chosen = rows.filter(({ title }) => title.includes(values.only));
if (chosen.length === 0)
  throw new Error(`No row is called ${values.only}: ${rows.map((row) => row.title).join(", ")}`);
await printRows(chosen, values);
process.exit();
