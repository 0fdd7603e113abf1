import { readOptions } from "#scripts/process/options.ts";
import { Problem, report } from "#scripts/process/problem.ts";
import { printRows } from "./print-rows.ts";
import { rows } from "./rows/index.ts";

// npm run bench -- [--quick] [--only <part of a title>]
try {
  const { quick, only } = readOptions(
    { quick: { type: "boolean", default: false }, only: { type: "string", default: "" } },
    "npm run bench -- [--quick] [--only <part of a title>]",
  );
  const chosen = rows.filter(({ title }) => title.includes(only));
  if (chosen.length === 0)
    throw new Problem(`No row is called ${only}.`, `Name one of: ${rows.map((row) => row.title).join(", ")}`);
  await printRows(chosen, { quick });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
process.exit();
