import { offerHelp } from "./process/arguments.ts";
import { report } from "./process/problem.ts";
import { summary } from "./suites/outcome.ts";
import { runSuites, suiteNames } from "./suites/suites.ts";

// npm test [-- static|unit|removal|kill|e2e …]: runs all tests and checks, or some.
process.title = "guest-checkout test";
try {
  offerHelp(`Write: npm test, or npm test -- ${suiteNames.join("|")} …`);
  const outcome = await runSuites(process.argv.slice(2));
  console.log(`\n${summary(outcome)}`);
  process.exitCode = outcome.failures.length > 0 ? 1 : 0;
} catch (error) {
  report(error);
  process.exitCode = 1;
}
