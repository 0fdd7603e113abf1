import { report } from "#scripts/process/problem.ts";
import { killOptions } from "./kill/options.ts";
import { runKills } from "./kill/run.ts";

// npm run kill: kills the built shop's processes in the middle of payments, and checks every purchase in the end.
try {
  const faults = await runKills(killOptions(), (line) => process.stdout.write(`${line}\n`));
  process.exitCode = faults > 0 ? 1 : 0;
} catch (error) {
  report(error);
  process.exitCode = 1;
}
process.exit();
