import { parseArgs } from "node:util";
import { report } from "#scripts/process/problem.ts";
import { runKills } from "./kill/run.ts";
import { victimNames } from "./kill/system.ts";

// npm run kill -- [--rounds 50] [--victim web] [--purchases] [--seed 1]: kills the built shop's processes in the middle
// of payments, and checks every purchase in the end.
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    victim: { type: "string", multiple: true, default: [...victimNames] },
    purchases: { type: "boolean", default: false },
    seed: { type: "string" },
  },
});
try {
  const faults = await runKills({
    rounds: Number(values.rounds),
    victims: victimNames.filter((name) => values.victim.includes(name)),
    withoutProvider: values.purchases,
    seed: Number(values.seed ?? Math.floor(Math.random() * 1e9)),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  process.exitCode = faults > 0 ? 1 : 0;
} catch (error) {
  report(error);
  process.exitCode = 1;
}
process.exit();
