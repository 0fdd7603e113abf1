import { report } from "./process/problem.ts";
import { proveRemoval } from "./removal/prove.ts";

// npm test -- removal: tests the shop without its guest-checkout module, switched off and deleted.
process.title = "guest-checkout removal";
try {
  const { passed, failed } = await proveRemoval();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  report(error);
  process.exitCode = 1;
}
